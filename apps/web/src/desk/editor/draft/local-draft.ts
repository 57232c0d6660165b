import { isSharedDevice } from '../../../lib/session/shared-device.js';
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

/** On a device that others use nothing outlives the tab. */
function store(): Storage {
  return isSharedDevice() ? sessionStorage : localStorage;
}

/** Keeps a text on this device, or forgets it. Answers whether it is kept: storage may be full or forbidden. */
export function keepLocalDraft(place: LocalPlace, draft: LocalDraft | undefined): boolean {
  try {
    if (draft === undefined) store().removeItem(keyOf(place));
    else store().setItem(keyOf(place), JSON.stringify({ format: FORMAT, ...draft }));
    return true;
  } catch {
    return false;
  }
}

/** The text that this device kept, if any. */
export function readLocalDraft(place: LocalPlace): LocalDraft | undefined {
  try {
    const kept: unknown = JSON.parse(store().getItem(keyOf(place)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('format' in kept)) return undefined;
    return kept.format === FORMAT ? (kept as unknown as LocalDraft) : undefined;
  } catch {
    return undefined;
  }
}
