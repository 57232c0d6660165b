import type { ProblemCode } from '../../lib/api/problem.js';
import { deviceStorage } from '../../lib/session/shared-device.js';
import type { JournalEntry, StoredJournal } from './journal-store.js';

/** An entry that the office will never take as it stands, and why. */
export interface RefusedEntry {
  readonly deviceId: string;
  readonly entry: JournalEntry;
  readonly code: ProblemCode;
}

type Place = Pick<StoredJournal, 'accountId' | 'attemptId'>;

const PREFIX = 'cam-nang.refused.';

/** Where storage is full or forbidden they live as long as the page. */
const memory = new Map<string, readonly RefusedEntry[]>();

const keyOf = ({ accountId, attemptId }: Place): string => `${PREFIX}${accountId}.${attemptId}`;

/** What was set aside of an attempt and has not been said anew, oldest first. */
export function refusedEntries(place: Place): readonly RefusedEntry[] {
  const key = keyOf(place);
  const held = memory.get(key);
  if (held !== undefined) return held;
  try {
    const text = deviceStorage()?.getItem(key);
    return typeof text === 'string' ? (JSON.parse(text) as RefusedEntry[]) : [];
  } catch {
    return [];
  }
}

/** Of these the answers; a mark for oneself that was refused changes nothing that counts. */
export function refusedAnswers(place: Place): readonly RefusedEntry[] {
  return refusedEntries(place).filter(({ entry }) => entry.scope === 'answer');
}

/** Sets entries aside, so that they hold up no others and are not lost; each once, whichever page it was sent from. */
export function setAside(place: Place, refused: readonly RefusedEntry[]): void {
  const before = refusedEntries(place);
  const fresh = refused.filter(
    ({ deviceId, entry }) =>
      !before.some((one) => one.deviceId === deviceId && one.entry.seq === entry.seq),
  );
  if (fresh.length > 0) keep(place, [...before, ...fresh]);
}

/** Forgets what was set aside of places about which the office has something newer from this person. */
export function forgetSaidAnew(
  place: Place & { readonly deviceId: string },
  confirmed: readonly JournalEntry[],
): void {
  const before = refusedEntries(place);
  const left = before.filter(
    ({ deviceId, entry }) =>
      !confirmed.some(
        (newer) =>
          newer.scope === entry.scope &&
          newer.slot === entry.slot &&
          (deviceId === place.deviceId
            ? newer.seq > entry.seq
            : newer.deviceTime > entry.deviceTime),
      ),
  );
  if (left.length < before.length) keep(place, left);
}

/** Forgets it all: the person was told what did not count. */
export function forgetRefused(place: Place): void {
  keep(place, []);
}

function keep(place: Place, refused: readonly RefusedEntry[]): void {
  const key = keyOf(place);
  memory.delete(key);
  try {
    const storage = deviceStorage();
    if (refused.length === 0) storage?.removeItem(key);
    else if (storage === undefined) memory.set(key, refused);
    else storage.setItem(key, JSON.stringify(refused));
  } catch {
    memory.set(key, refused);
  }
}
