import { deviceStorage } from '../../../lib/session/shared-device.js';
import type { KeptDraft } from './draft-state.js';

/** What this device keeps of a text that has not reached the server, and since when. */
export interface LocalDraft extends KeptDraft {
  readonly at: string;
}

/** Whose text, and of which node. */
export interface LocalPlace {
  readonly accountId: string;
  readonly requestId: string;
  readonly nodeId: string;
}

const FORMAT = 2;

function keyOf({ accountId, requestId, nodeId }: LocalPlace): string {
  return `cam-nang.draft.${accountId}.${requestId}.${nodeId}`;
}

/** Keeps a text on this device, or forgets it. Answers whether it is kept: storage may be full or forbidden. */
export function keepLocalDraft(place: LocalPlace, draft: LocalDraft | undefined): boolean {
  const storage = deviceStorage();
  if (storage === undefined) return false;
  try {
    if (draft === undefined) storage.removeItem(keyOf(place));
    else storage.setItem(keyOf(place), JSON.stringify({ format: FORMAT, ...draft }));
    return true;
  } catch {
    return false;
  }
}

/** The text that this device kept, if any. */
export function readLocalDraft(place: LocalPlace): LocalDraft | undefined {
  try {
    const kept: unknown = JSON.parse(deviceStorage()?.getItem(keyOf(place)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('format' in kept)) return undefined;
    return kept.format === FORMAT ? (kept as unknown as LocalDraft) : undefined;
  } catch {
    return undefined;
  }
}
