import { writeFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

/** Something is not as it must be; ends the journey it was found in. */
export class JourneyStopped extends Error {
  override readonly name = 'JourneyStopped';
}

/** Counts what held and what did not, and shows each as it comes. */
export class Report {
  #passed = 0;
  #failed = 0;
  readonly #skipped: string[] = [];

  constructor(private readonly say: (line: string) => void) {}

  get failed(): number {
    return this.#failed;
  }

  title(text: string): void {
    this.say(`\n${text}`);
  }

  /** Does one step. When it fails the journey ends: what follows would only fail after it. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      const value = await work();
      this.#passed += 1;
      this.say(`  ✓ ${name} (${seconds(start)})`);
      return value;
    } catch (error) {
      this.#failed += 1;
      this.say(`  ✗ ${name} (${seconds(start)})\n${indented(error)}`);
      throw new JourneyStopped(name);
    }
  }

  /** Notes what was looked at; faults are failures that do not end the journey. */
  finding(name: string, faults: readonly string[]): void {
    if (faults.length === 0) {
      this.#passed += 1;
      this.say(`  ✓ ${name}`);
      return;
    }
    this.#failed += 1;
    this.say([`  ✗ ${name}`, ...faults.map((fault) => `      ${fault}`)].join('\n'));
  }

  /** Counts something that could not even begin. */
  fail(name: string, reason: unknown): void {
    this.#failed += 1;
    this.say(`  ✗ ${name}\n${indented(reason)}`);
  }

  skip(name: string, reason: string): void {
    this.#skipped.push(`${name} (${reason})`);
    this.say(`  – ${name}: skipped, ${reason}`);
  }

  /** Writes the counts to the file of `RESULTS_FILE`, for `npm test`. */
  async close(): Promise<void> {
    const results = { passed: this.#passed, failed: this.#failed, skipped: this.#skipped };
    this.say(`\n${this.#passed} passed, ${this.#failed} failed, ${this.#skipped.length} skipped`);
    const file = process.env['RESULTS_FILE'];
    if (file !== undefined && file !== '') await writeFile(file, JSON.stringify(results));
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function indented(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return stripVTControlCharacters(text)
    .split('\n')
    .slice(0, 12)
    .map((line) => `      ${line}`)
    .join('\n');
}
