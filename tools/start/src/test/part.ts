/** What one part of `npm test` found. */
export interface PartResult {
  readonly passed: number;
  readonly failed: number;
  /** Names of what could not run here, each with the reason. */
  readonly skipped: readonly string[];
  /** What a person needs to see: shown when something failed. */
  readonly output?: string;
}

/** One part of `npm test`. */
export interface Part {
  readonly name: string;
  run(): Promise<PartResult>;
}

/** The line that closes every run, exactly in this form. */
export function closingLine(results: readonly PartResult[]): string {
  const sum = (count: (result: PartResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const passed = sum((result) => result.passed);
  const failed = sum((result) => result.failed);
  const skipped = sum((result) => result.skipped.length);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A part that broke instead of answering counts as one failure. */
export async function runPart(part: Part): Promise<PartResult> {
  const startedAt = Date.now();
  console.log(`▸ ${part.name} …`);
  const result = await part.run().catch((error: unknown): PartResult => ({
    passed: 0,
    failed: 1,
    skipped: [],
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const mark = result.failed > 0 ? '✗' : '✓';
  console.log(`${mark} ${part.name}: ${closingLine([result])} (${seconds} s)`);
  if (result.failed > 0 && result.output !== undefined) console.log(result.output.trimEnd());
  return result;
}
