import type { jobOverview, ResponseOf } from '@cam-nang/contracts';

export type Overview = ResponseOf<typeof jobOverview>;
export type Failure = Overview['failures'][number];
type Stage = Overview['running'][number]['stages'][number];

/** The known kinds of long work; the rest is shown under its key. */
export type WorkKind = 'award' | 'other';

/** One piece of long work as a row. */
export interface Work {
  readonly key: string;
  readonly kind: WorkKind;
  /** What the work is about: for an award its decision. */
  readonly subjectId: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly state: 'running' | 'still' | 'done';
  readonly startedAt: string;
  readonly updatedAt: string;
  /** Things a second over the time the stage has taken; undefined where too little is known. */
  readonly rate: number | undefined;
  readonly secondsLeft: number | undefined;
}

/** A stage that has said nothing for this long stands still. */
const STILL_MS = 60_000;
const SHORTEST_SECONDS = 1;
/** The last stage of an award: before it has ended the work is not over, whatever else is. */
const LAST_STAGE_OF_AWARD = 'seal';

/** The rows of the page, in the order of the server: what moved last comes first. */
export function worksOf(overview: Overview): readonly Work[] {
  const now = Date.parse(overview.serverTime);
  return overview.running.flatMap(({ key, stages }) => {
    const current = currentStage(stages);
    return current === undefined ? [] : [workOf(key, current, stages, now)];
  });
}

function workOf(key: string, current: Stage, stages: readonly Stage[], now: number): Work {
  const { kind, subjectId } = kindOf(key);
  const { done, total } = current;
  const moved = Math.max(...stages.map((stage) => Date.parse(stage.updatedAt)));
  const state = stateOf(kind, stages, now - moved);
  const rate = state === 'running' ? rateOf(current) : undefined;
  return {
    ...{ key, kind, subjectId, stage: current.stage, done, total, state, rate },
    failed: Math.max(...stages.map((stage) => stage.failed)),
    startedAt: stages[0]?.startedAt ?? current.startedAt,
    updatedAt: new Date(moved).toISOString(),
    secondsLeft: rate === undefined ? undefined : Math.ceil((total - done) / rate),
  };
}

function kindOf(key: string): { readonly kind: WorkKind; readonly subjectId: string } {
  const award = /^award:(.+)$/.exec(key)?.[1];
  return award === undefined
    ? { kind: 'other', subjectId: key }
    : { kind: 'award', subjectId: award };
}

/** The stage that tells how far the work is: the slowest of those begun, the last one when all are over. */
function currentStage(stages: readonly Stage[]): Stage | undefined {
  const open = stages.filter((stage) => stage.finishedAt === null);
  if (open.length === 0) return stages.at(-1);
  const share = ({ done, total }: Stage) => (total === 0 ? 0 : done / total);
  return open.reduce((slowest, stage) => (share(stage) < share(slowest) ? stage : slowest));
}

function stateOf(kind: WorkKind, stages: readonly Stage[], silentMs: number): Work['state'] {
  const over = stages.every((stage) => stage.finishedAt !== null);
  const sealed = stages.some((stage) => stage.stage === LAST_STAGE_OF_AWARD);
  if (over && (kind !== 'award' || sealed)) return 'done';
  return silentMs > STILL_MS ? 'still' : 'running';
}

function rateOf({ startedAt, updatedAt, done }: Stage): number | undefined {
  const seconds = (Date.parse(updatedAt) - Date.parse(startedAt)) / 1000;
  return seconds < SHORTEST_SECONDS || done === 0 ? undefined : done / seconds;
}

/** The code at the head of a reason (`award.text_does_not_fit {"line":2}`), where it has one. */
export function codeOfReason(reason: string): string | undefined {
  return /^([a-z_-]+\.[a-z_.-]+)(?:\s|$)/.exec(reason)?.[1];
}
