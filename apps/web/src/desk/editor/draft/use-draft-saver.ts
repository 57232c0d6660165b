import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  listChangeRequests,
  readChangeRequest,
  readDraft,
  readOverlay,
  readRequestDiff,
  saveDraft,
} from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';
import { asProblem } from '../../../lib/api/problem.js';
import { useSession } from '../../../lib/session/session.js';
import { invalidate, putRead } from '../../data/query.js';
import type { DraftView } from '../../kit/curriculum/types.js';
import { DraftSaver, type DraftContent, type DraftState } from './draft-saver.js';
import { keepLocalDraft, readLocalDraft, type LocalDraft } from './local-draft.js';

/** What is opened: the server's text, or what this device kept of a later one. */
export interface OpenedDraft {
  readonly content: DraftContent;
  /** Kept on this device and not saved: put back into the editor. */
  readonly restored: LocalDraft | undefined;
  /** What was kept stands on an older text than the server's. */
  readonly isStale: boolean;
}

/** Decides which text to open. */
export function openDraft(draft: DraftView, kept: LocalDraft | undefined): OpenedDraft {
  const { title, meta, document } = draft.node;
  const content = { title, meta, document };
  const same = kept === undefined || JSON.stringify(kept.content) === JSON.stringify(content);
  if (same || !draft.editable) return { content, restored: undefined, isStale: false };
  const isStale = kept.baseVersion !== draft.version;
  return { content: kept.content, restored: kept, isStale };
}

/** A text being written: its saver, and what was found on opening. Make it once for every opened node. */
export function useDraftSaver(
  draft: DraftView,
  writing: {
    readonly read: () => DraftContent;
    readonly isReady: () => boolean;
    readonly onSaved?: (view: DraftView) => void;
  },
): { readonly saver: DraftSaver; readonly opened: OpenedDraft; readonly state: DraftState } {
  const { account } = useSession();
  const { requestId, nodeId } = draft;
  const [made] = useState(() => {
    const place = { accountId: account.id, requestId, nodeId };
    const opened = openDraft(draft, readLocalDraft(place));
    const params = { requestId, nodeId };
    const saver = new DraftSaver({
      version: draft.version,
      read: writing.read,
      isReady: writing.isReady,
      send: (content, baseVersion) =>
        call(saveDraft, { params, body: { baseVersion, ...content } }, { tries: 1 }),
      keep: (content, baseVersion) =>
        keepLocalDraft(place, content && { baseVersion, at: new Date().toISOString(), content }),
      onSaved: (view) => {
        putRead(readDraft, { params }, () => view);
        void invalidate(readOverlay, readChangeRequest, readRequestDiff, listChangeRequests);
        writing.onSaved?.(view);
      },
      asProblem,
    });
    return { saver, opened };
  });
  const { saver, opened } = made;
  useEffect(() => {
    if (opened.isStale) saver.foundStale(otherOf(draft));
    else if (opened.restored !== undefined) saver.touch();
    // What was found is told once, when the text is opened.
  }, [saver, opened, draft]);
  useLeaving(saver);
  const state = useSyncExternalStore(saver.subscribe, saver.getState);
  return { saver, opened, state };
}

function otherOf({ node, version, savedAt, savedBy }: DraftView) {
  const { title, meta, document } = node;
  return { title, meta, document, version, savedAt: savedAt ?? '', savedBy: savedBy ?? '' };
}

/** Nothing is lost when the page goes: kept at once on this device, and sent if there is time. */
function useLeaving(saver: DraftSaver): void {
  useEffect(() => {
    const keep = () => saver.keepNow();
    const online = () => void saver.flush();
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('online', online);
      void saver.flush().finally(saver.stop);
    };
  }, [saver]);
}
