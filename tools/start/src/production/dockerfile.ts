/** One stage of a Dockerfile, as far as its commands can be run outside a container. */
export interface Stage {
  readonly name: string;
  readonly from: string;
  /** Shell lines of `RUN`. */
  readonly run: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

/**
 * Reads the stages of a Dockerfile by name. Understands what ours uses: one instruction a line, `CMD` and
 * `HEALTHCHECK … CMD` as JSON lists.
 */
export function readStages(text: string): ReadonlyMap<string, Stage> {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const line of text.split('\n')) {
    const [instruction = '', ...words] = line.trim().split(/\s+/);
    if (instruction === 'FROM') stage = { ...NOTHING, from: words[0] ?? '', name: words[2] ?? '' };
    if (stage === undefined) continue;
    stage = { ...stage, ...instructionOf(stage, instruction, line.trim()) };
    stages.set(stage.name, stage);
  }
  return stages;
}

const NOTHING = { run: [], command: [], healthCheck: [] };

function instructionOf(stage: Stage, instruction: string, line: string): Partial<Stage> {
  if (instruction === 'RUN') return { run: [...stage.run, line.slice('RUN '.length)] };
  if (instruction === 'CMD') return { command: listOf(line) };
  if (instruction === 'HEALTHCHECK') return { healthCheck: listOf(line) };
  return {};
}

function listOf(line: string): string[] {
  return JSON.parse(line.slice(line.indexOf('['))) as string[];
}
