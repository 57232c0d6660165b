import { compareCodeUnits } from '../shared/text.js';

/** An instant in milliseconds since 1970-01-01 UTC. */
export type EpochMs = number;

/**
 * By which clock an entry was timed on its device: the device's monotonic clock since its last
 * handshake, which nobody can set, or the device's own clock where there has been no handshake.
 */
export type EntryClock =
  | {
      readonly kind: 'handshake';
      /** The server's clock at the handshake. */
      readonly serverTime: EpochMs;
      /** Monotonic milliseconds from the handshake to the entry. */
      readonly sinceHandshake: number;
    }
  | { readonly kind: 'device'; readonly deviceTime: EpochMs };

/** One answer as a device wrote it down and the server received it. */
export interface AnswerEntry<V> {
  readonly device: string;
  /** Counts up on one device; with the device it names the entry. */
  readonly sequence: number;
  readonly questionId: string;
  readonly value: V;
  readonly clock: EntryClock;
  readonly receivedAt: EpochMs;
}

/** When an attempt's answers count. */
export interface JournalRules {
  readonly startedAt: EpochMs;
  /** The last moment at which an answer may be given; null without a time limit. */
  readonly deadline: EpochMs | null;
  /** How long after deadline or hand-in an answer given in time may still arrive, in ms. */
  readonly syncWindow: number;
  /** Effective time of the hand-in; answers given later do not count. Null until then. */
  readonly handedInAt: EpochMs | null;
}

/** `estimated` is true when the time rests on a clock that the person can set. */
export interface EffectiveTime {
  readonly at: EpochMs;
  readonly estimated: boolean;
}

/**
 * When an answer was given: the server's clock at the device's last handshake plus the monotonic time
 * since, or the device's own clock, flagged; never before the start of the attempt nor after its
 * receipt (design: experience, "Which answer counts").
 */
export function effectiveTime(
  entry: Pick<AnswerEntry<unknown>, 'clock' | 'receivedAt'>,
  startedAt: EpochMs,
): EffectiveTime {
  const { clock } = entry;
  const claimed =
    clock.kind === 'handshake' ? clock.serverTime + clock.sinceHandshake : clock.deviceTime;
  const at = Math.max(startedAt, Math.min(claimed, entry.receivedAt));
  return { at, estimated: clock.kind === 'device' };
}

/**
 * What became of an entry: `counts`, `superseded` by a later one for the same question, given after
 * the deadline (`late`), given in time but received after the sync window (`arrived-late`), or given
 * after the hand-in. None is ever dropped.
 */
export type EntryFate = 'counts' | 'superseded' | 'late' | 'arrived-late' | 'after-hand-in';

/** An entry with its time and its fate. */
export interface JudgedEntry<V> {
  readonly entry: AnswerEntry<V>;
  readonly time: EffectiveTime;
  readonly fate: EntryFate;
}

/** Which answers count in an attempt. */
export interface JournalReading<V> {
  /** The answer that counts, by question id. */
  readonly answers: ReadonlyMap<string, JudgedEntry<V>>;
  /** Every entry once, in the order of effective time, device and sequence. */
  readonly entries: readonly JudgedEntry<V>[];
  /** Questions whose answers in time came from more than one device: say in words which counts. */
  readonly contested: readonly string[];
}

function isInTime(fate: EntryFate): boolean {
  return fate === 'counts' || fate === 'superseded';
}

function fateInTime(entry: AnswerEntry<unknown>, at: EpochMs, rules: JournalRules): EntryFate {
  const deadline = rules.deadline ?? Infinity;
  const handedInAt = rules.handedInAt ?? Infinity;
  if (at > deadline) return 'late';
  if (at > handedInAt) return 'after-hand-in';
  const lastReceipt = Math.min(deadline, handedInAt) + rules.syncWindow;
  return entry.receivedAt > lastReceipt ? 'arrived-late' : 'counts';
}

/** The entries without repetition: of the same device and sequence the one received first. */
function withoutRepetition<V>(entries: readonly AnswerEntry<V>[]): readonly AnswerEntry<V>[] {
  const first = new Map<string, AnswerEntry<V>>();
  for (const entry of entries) {
    const name = JSON.stringify([entry.device, entry.sequence]);
    const known = first.get(name);
    if (known === undefined || entry.receivedAt < known.receivedAt) first.set(name, entry);
  }
  return [...first.values()];
}

function compareJudged(one: JudgedEntry<unknown>, other: JudgedEntry<unknown>): number {
  return (
    one.time.at - other.time.at ||
    compareCodeUnits(one.entry.device, other.entry.device) ||
    one.entry.sequence - other.entry.sequence
  );
}

function contestedIn(entries: readonly JudgedEntry<unknown>[]): readonly string[] {
  const devices = new Map<string, Set<string>>();
  for (const { entry, fate } of entries) {
    if (!isInTime(fate)) continue;
    const known = devices.get(entry.questionId) ?? new Set<string>();
    devices.set(entry.questionId, known.add(entry.device));
  }
  return [...devices]
    .filter(([, known]) => known.size > 1)
    .map(([questionId]) => questionId)
    .sort(compareCodeUnits);
}

/**
 * Reads a journal: which answer counts for each question, and what became of every entry. Of the
 * entries in time the latest counts; equal times are settled by device and sequence. An entry sent
 * twice counts once. The result does not depend on the order in which entries are given (law 3).
 */
export function readJournal<V>(
  entries: readonly AnswerEntry<V>[],
  rules: JournalRules,
): JournalReading<V> {
  const timed = withoutRepetition(entries).map((entry): JudgedEntry<V> => {
    const time = effectiveTime(entry, rules.startedAt);
    return { entry, time, fate: fateInTime(entry, time.at, rules) };
  });
  timed.sort(compareJudged);
  const latest = new Map<string, JudgedEntry<V>>();
  for (const judged of timed) {
    if (judged.fate === 'counts') latest.set(judged.entry.questionId, judged);
  }
  const settled = timed.map((judged): JudgedEntry<V> => {
    const superseded = judged.fate === 'counts' && latest.get(judged.entry.questionId) !== judged;
    return superseded ? { ...judged, fate: 'superseded' } : judged;
  });
  return { answers: latest, entries: settled, contested: contestedIn(settled) };
}
