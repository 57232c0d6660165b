import { diffDocuments } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { toast } from '../../../ui/toast.js';
import { StaleChoice } from '../../editor/draft/draft-notes.js';
import { messages as draftMessages } from '../../editor/draft/messages/index.js';
import { DocumentDiffView } from '../../kit/changes/document-diff-view.js';
import { MarginDiff } from '../../kit/diff.js';
import { canonical, documentOf } from './lesson-writing.js';
import type { Lesson } from './use-lesson.js';

/** Two texts of this lesson: both shown side by side, one to be chosen; the other can be had back. */
export function LessonStale({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useMessages(draftMessages);
  const { state, saver } = lesson;
  if (state.at !== 'stale') return null;
  const { other } = state;
  const takeOther = () => {
    if (other === null) return;
    const mine = lesson.contentNow();
    lesson.replace(other);
    saver.tookOther();
    const undo = () => {
      lesson.replace(mine);
      lesson.changed();
    };
    toast(t('tookOther'), { undo });
  };
  return (
    <StaleChoice state={state} onMine={saver.keepMine} onOther={takeOther}>
      {other !== null && (
        <MarginDiff>
          <DocumentDiffView
            layout="two"
            nodeId={`stale-${lesson.draft.nodeId}`}
            titles={{ before: t('other'), after: t('mine') }}
            diff={diffDocuments(canonical(documentOf(other)), canonical(lesson.documentNow()))}
          />
        </MarginDiff>
      )}
    </StaleChoice>
  );
}
