import type { Batch } from './batch-types.js';

/** Stages in the order a paper goes through them. */
export const STAGES = ['number', 'render', 'store', 'register', 'seal'] as const;

export type StageName = (typeof STAGES)[number];

/** A stage as it is shown, also before it has begun. */
export interface StageView {
  readonly name: StageName;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly finishedAt: string | null;
  /** Things a second over the time it has taken so far; undefined below one second. */
  readonly rate: number | undefined;
  /** Seconds from its first to its last note. */
  readonly seconds: number;
}

/** How many papers were in the register at a moment (milliseconds). */
export interface Sample {
  readonly at: number;
  readonly done: number;
}

const SHORTEST_SECONDS = 1;
/** The rate is that of the last ten seconds. */
const WINDOW_MS = 10_000;

/** The five stages of a batch; one that has not begun stands at nothing of all. */
export function stagesOf(batch: Batch): StageView[] {
  return STAGES.map((name) => {
    const stage = batch.stages.find((one) => one.stage === name);
    const failed = name === 'render' ? batch.failures.filter(isPaper).length : 0;
    if (stage === undefined) {
      return {
        ...{ name, done: 0, total: batch.total, failed },
        ...{ finishedAt: null, rate: undefined, seconds: 0 },
      };
    }
    const { done, total, startedAt, updatedAt, finishedAt } = stage;
    const seconds = (Date.parse(updatedAt) - Date.parse(startedAt)) / 1000;
    const rate = seconds >= SHORTEST_SECONDS ? done / seconds : undefined;
    return { name, done, total, failed, finishedAt, rate, seconds };
  });
}

function isPaper({ registerNumber }: Batch['failures'][number]): boolean {
  return registerNumber !== null;
}

/** Samples with a new one; one that says the same as the last two replaces the last. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const [before, last] = samples.slice(-2);
  const still = before?.done === sample.done && last?.done === sample.done;
  return [...(still ? samples.slice(0, -1) : samples), sample];
}

/** Papers a second over the last ten seconds; undefined while nothing moves or too little is known. */
export function rateOf(samples: readonly Sample[]): number | undefined {
  const last = samples.at(-1);
  if (last === undefined) return undefined;
  const first = samples.find((one) => last.at - one.at <= WINDOW_MS);
  if (first === undefined || last.at === first.at || last.done === first.done) return undefined;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** Seconds until all are done at this rate, rounded up. */
export function secondsLeft(
  done: number,
  total: number,
  rate: number | undefined,
): number | undefined {
  return rate === undefined || rate <= 0 ? undefined : Math.ceil((total - done) / rate);
}

/** Points of the rate over time in a box of 600 by 56, from left to right. */
export function sparkPoints(samples: readonly Sample[]): readonly (readonly [number, number])[] {
  const rates = samples.slice(1).map((sample, index) => {
    const before = samples[index] ?? sample;
    const rate = (sample.done - before.done) / Math.max(1, sample.at - before.at);
    return { at: sample.at, rate };
  });
  const [first, last] = [rates[0], rates.at(-1)];
  if (first === undefined || last === undefined || rates.length < 3) return [];
  const most = Math.max(...rates.map((one) => one.rate));
  if (most === 0) return [];
  return rates.map(({ at, rate }) => [
    (600 * (at - first.at)) / (last.at - first.at),
    54 - (44 * rate) / most,
  ]);
}
