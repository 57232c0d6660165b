import { readDraft, readOverlay } from '@cam-nang/contracts/routes';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import type { DraftView } from '../../kit/curriculum/types.js';
import { usePageParams, usePageQuery } from '../../page.js';
import { BankFrame } from './bank-frame.js';
import { QuestionWorkspace } from './question-workspace.js';

/** The questions of a bank, none chosen yet. */
export function QuestionsPage() {
  const { requestId } = usePageParams('questions');
  const asked = usePageQuery((raw) => ({ bank: raw['bank'], only: raw['only'] }));
  const overlay = useRead(readOverlay, { params: { requestId } });
  return (
    <Loaded from={overlay} page>
      {(answer) => (
        <BankFrame answer={answer} bankId={asked.bank} onlyChanged={asked.only === 'changed'} />
      )}
    </Loaded>
  );
}

/** One question being written, beside the others of its bank. */
export function QuestionPage() {
  const { requestId, nodeId } = usePageParams('questionEditor');
  const only = usePageQuery((raw) => raw['only']);
  const overlay = useRead(readOverlay, { params: { requestId } });
  const draft = useRead(readDraft, { params: { requestId, nodeId } });
  // Writing begins on the newest text, not on what an earlier visit read.
  const fresh = { ...draft, data: draft.query.isFetchedAfterMount ? draft.data : undefined };
  return (
    <Loaded from={overlay} page>
      {(answer) => (
        <BankFrame
          answer={answer}
          bankId={answer.nodes.find((node) => node.nodeId === nodeId)?.parentId ?? undefined}
          questionId={nodeId}
          onlyChanged={only === 'changed'}
        >
          <Loaded<DraftView> from={fresh}>
            {(view) => (
              <QuestionWorkspace key={`${requestId}/${nodeId}`} draft={view} answer={answer} />
            )}
          </Loaded>
        </BankFrame>
      )}
    </Loaded>
  );
}
