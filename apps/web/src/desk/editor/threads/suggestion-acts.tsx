import { useState } from 'react';
import { declineSuggestion } from '@cam-nang/contracts/routes';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { OF_THREADS } from './changes-of-threads.js';
import { messages } from './messages/index.js';
import { focusAfter } from './note-focus.js';
import { NoteAct, NoteActs, NoteForm } from './note-form.js';
import type { ThreadEntry, ThreadView } from './thread-types.js';
import { useTakingOver, type AroundTakingOver } from './use-taking-over.js';

interface Props {
  readonly thread: ThreadView;
  readonly entry: ThreadEntry;
  readonly around?: AroundTakingOver | undefined;
}

/** Who writes takes a wording over or declines it; who proposed it may take it back. */
export function SuggestionActs(props: Props) {
  const { t } = useMessages(messages);
  const [declining, setDeclining] = useState(false);
  const { thread, entry, around } = props;
  const { settle, answer } = thread.allowed;
  const taking = useTakingOver(thread, entry.id, {
    around,
    onDone: () => toast(t('takenOver')),
  });
  const withdraws = !settle && entry.mine;
  if (!settle && !(withdraws && answer)) return null;
  return (
    <>
      <TakingProblem problem={taking.problem} />
      {declining ? (
        <DeclineForm {...props} withdraws={withdraws} onClose={() => setDeclining(false)} />
      ) : (
        <NoteActs>
          {settle && (
            <NoteAct
              busy={taking.busy}
              onClick={(pressed) => {
                const goOn = focusAfter(pressed, 'next');
                void taking.run().then((done) => done && goOn());
              }}
            >
              {t('takeOver')}
            </NoteAct>
          )}
          <NoteAct
            onClick={() => {
              taking.clear();
              setDeclining(true);
            }}
          >
            {t(withdraws ? 'withdraw' : 'decline')}
          </NoteAct>
        </NoteActs>
      )}
    </>
  );
}

/** A collision cannot be sent again: it is written by hand. */
function TakingProblem({ problem }: { readonly problem: ApiProblem | undefined }) {
  const { t } = useMessages(messages);
  if (problem?.code === 'comment.passage_changed') {
    return (
      <Note look="warn" alert>
        {t(problem.details['reason'] === 'gone' ? 'goneBlock' : 'collides')}
      </Note>
    );
  }
  return <ProblemNote problem={problem} />;
}

function DeclineForm(props: Props & { readonly withdraws: boolean; readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const { thread, entry, withdraws, onClose } = props;
  const act = useAct(declineSuggestion, { changes: OF_THREADS, onDone: onClose });
  const params = { threadId: thread.id, suggestionId: entry.id };
  return (
    <NoteForm
      of={`decline ${entry.id}`}
      label={t(withdraws ? 'withdrawReason' : 'declineReason')}
      missing={t('reasonMissing')}
      send={t(withdraws ? 'withdrawSend' : 'declineSend')}
      longest={1000}
      after="next"
      act={{ ...act, run: (reason) => act.run({ params, body: { reason } }) }}
      onClose={onClose}
    />
  );
}
