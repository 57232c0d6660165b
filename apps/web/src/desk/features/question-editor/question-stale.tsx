import { diffQuestions } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { toast } from '../../../ui/toast.js';
import { StaleChoice } from '../../editor/draft/draft-notes.js';
import { messages as draftMessages } from '../../editor/draft/messages/index.js';
import { QuestionDiffView } from '../../kit/changes/question-diff-view.js';
import { MarginDiff } from '../../kit/diff.js';
import { questionOf, type WrittenQuestion } from './use-question.js';

/** Two texts of this question: what differs, and one to be chosen; the other can be had back. */
export function QuestionStale({ written }: { readonly written: WrittenQuestion }) {
  const { t } = useMessages(draftMessages);
  const { state, saver, question } = written;
  if (state.at !== 'stale') return null;
  const { other } = state;
  const takeOther = () => {
    if (other === null) return;
    written.replace(questionOf(other));
    saver.tookOther();
    toast(t('tookOther'), { undo: () => written.write(question) });
  };
  return (
    <StaleChoice state={state} onMine={saver.keepMine} onOther={takeOther}>
      {other !== null && (
        <MarginDiff>
          <QuestionDiffView diff={diffQuestions(questionOf(other), question)} layout="one" />
        </MarginDiff>
      )}
    </StaleChoice>
  );
}
