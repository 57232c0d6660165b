import { deviceStorage } from '../../lib/session/shared-device.js';

/** Whose reading of which text. */
export interface ReadingPlace {
  readonly accountId: string;
  readonly enrolmentId: string;
  readonly nodeId: string;
  readonly revisionId: string;
}

const PREFIX = 'cam-nang.progress.';

function keyOf({ accountId, enrolmentId, nodeId, revisionId }: ReadingPlace): string {
  return `${PREFIX}${[accountId, enrolmentId, nodeId, revisionId].join('.')}`;
}

/** The blocks that this device remembers as read and the office has not confirmed. */
export function keptBlocks(place: ReadingPlace): readonly string[] {
  return deviceStorage()?.getItem(keyOf(place))?.split(' ') ?? [];
}

/** Remembers blocks as read, or forgets them when there are none. Storage may be full or forbidden. */
export function keepBlocks(place: ReadingPlace, blockIds: readonly string[]): void {
  try {
    if (blockIds.length === 0) deviceStorage()?.removeItem(keyOf(place));
    else deviceStorage()?.setItem(keyOf(place), [...new Set(blockIds)].join(' '));
  } catch {
    // What was read then lives as long as the page, which sends it.
  }
}

/** Forgets what the office has; what was read while it was on its way is still to be sent. */
export function forgetBlocks(place: ReadingPlace, sent: ReadonlySet<string>): void {
  keepBlocks(
    place,
    keptBlocks(place).filter((id) => !sent.has(id)),
  );
}

/** The texts of a person of which something is still to be sent. */
export function keptReadings(accountId: string): ReadingPlace[] {
  const storage = deviceStorage();
  if (storage === undefined) return [];
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys
    .filter((key) => key.startsWith(`${PREFIX}${accountId}.`))
    .map((key) => {
      const [, enrolmentId = '', nodeId = '', revisionId = ''] = key
        .slice(PREFIX.length)
        .split('.');
      return { accountId, enrolmentId, nodeId, revisionId };
    });
}
