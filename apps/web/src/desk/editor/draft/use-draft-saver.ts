import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  listChangeRequests,
  listRequestThreads,
  readChangeRequest,
  readDraft,
  readOverlay,
  readRequestDiff,
  saveDraft,
} from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';
import { asProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useSession } from '../../../lib/session/session.js';
import { toast } from '../../../ui/toast.js';
import { invalidate, putRead } from '../../data/query.js';
import type { DraftView } from '../../kit/curriculum/types.js';
import { DraftSaver, type SavedDraft } from './draft-saver.js';
import { contentOf, textOfView, type DraftContent, type DraftState } from './draft-state.js';
import type { DraftTexts } from './draft-texts.js';
import { keepLocalDraft, readLocalDraft, type LocalDraft } from './local-draft.js';
import { messages } from './messages/index.js';

/** What has to be read again once a text is saved; the threads say where in it their passages are. */
const OF_SAVING = [
  readOverlay,
  readChangeRequest,
  readRequestDiff,
  listChangeRequests,
  listRequestThreads,
] as const;

/** What is opened: the server's text, or what this device kept of a later one. */
export interface OpenedDraft {
  readonly content: DraftContent;
  /** Kept on this device and not saved: put back into the editor. */
  readonly restored: LocalDraft | undefined;
}

/** A text being written, outside React: it changes with every key. */
export interface Writing {
  readonly read: () => DraftContent;
  readonly isReady: () => boolean;
  readonly texts: DraftTexts;
  readonly nameBlocks?: () => void;
  /** Puts a merged text into the editor. */
  readonly adopt: (content: DraftContent) => void;
  readonly onSaved?: (view: SavedDraft) => void;
}

/** Decides which text to open. */
export function openDraft(
  draft: DraftView,
  kept: LocalDraft | undefined,
  { same }: Pick<DraftTexts, 'same'>,
): OpenedDraft {
  const content = contentOf(draft);
  if (kept === undefined || !draft.editable || same(kept.content, content)) {
    return { content, restored: undefined };
  }
  return { content: kept.content, restored: kept };
}

/** A text being written: its saver, and what was found on opening. Make it once for every opened node. */
export function useDraftSaver(
  draft: DraftView,
  writing: Writing,
): { readonly saver: DraftSaver; readonly opened: OpenedDraft; readonly state: DraftState } {
  const { account } = useSession();
  const tell = useTelling();
  const { requestId, nodeId } = draft;
  const [made] = useState(() => {
    const place = { accountId: account.id, requestId, nodeId };
    const opened = openDraft(draft, readLocalDraft(place), writing.texts);
    const params = { requestId, nodeId };
    const saver = new DraftSaver({
      ...writing,
      from: opened.restored?.from ?? textOfView(draft),
      unanswered: opened.restored?.unanswered,
      send: (content, { version, hash }) => {
        const body = { baseVersion: version, baseHash: hash, merge: true, ...content };
        return call(saveDraft, { params, body }, { tries: 1 });
      },
      keep: (kept) => keepLocalDraft(place, kept && { ...kept, at: new Date().toISOString() }),
      onSaved: (view) => {
        putRead(readDraft, { params }, () => view);
        void invalidate(...OF_SAVING);
        writing.onSaved?.(view);
      },
      onCameIn: tell,
      asProblem,
    });
    return { saver, opened };
  });
  const { saver, opened } = made;
  useEffect(() => {
    if (opened.restored === undefined) return;
    saver.touch();
    void saver.flush();
    // What was found is told once, when the text is opened.
  }, [saver, opened]);
  useLeaving(saver);
  const state = useSyncExternalStore(saver.subscribe, saver.getState);
  return { saver, opened, state };
}

/** Says whose words came into the editor. */
function useTelling(): (name: string | null) => void {
  const { t } = useMessages(messages);
  return (name) => toast(name === null ? t('cameInGround') : t('cameIn', { name }));
}

/** Nothing is lost when the page goes: kept at once on this device, and sent if there is time. */
function useLeaving(saver: DraftSaver): void {
  useEffect(() => {
    const keep = () => void saver.keepNow();
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
