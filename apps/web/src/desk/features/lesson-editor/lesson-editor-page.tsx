import { readDraft, readOverlay } from '@cam-nang/contracts/routes';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import type { DraftView } from '../../kit/curriculum/types.js';
import { usePageParams } from '../../page.js';
import { LessonWorkspace } from './lesson-workspace.js';

/** Writing a lesson or an annex of a change request. */
export function LessonEditorPage() {
  const { requestId, nodeId } = usePageParams('lessonEditor');
  const draft = useRead(readDraft, { params: { requestId, nodeId } });
  const overlay = useRead(readOverlay, { params: { requestId } });
  // What was read on an earlier visit may be old: writing begins on the newest text.
  const isFresh = draft.query.isFetchedAfterMount;
  const fresh = { ...draft, data: isFresh ? draft.data : undefined };
  return (
    <Loaded<DraftView>
      from={fresh}
      page
      skeleton={['rule', 'title', 90, 82, 88, 40, 'rule', 85, 70]}
    >
      {(view) => (
        <LessonWorkspace
          key={`${requestId}/${nodeId}`}
          draft={view}
          nodes={overlay.data?.nodes ?? []}
          request={overlay.data?.request}
        />
      )}
    </Loaded>
  );
}
