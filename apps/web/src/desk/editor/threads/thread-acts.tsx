import { useState } from 'react';
import { answerThread, settleThread } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useAct } from '../../data/act.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { OF_THREADS } from './changes-of-threads.js';
import { messages } from './messages/index.js';
import { focusAfter } from './note-focus.js';
import { NoteAct, NoteActs, NoteForm } from './note-form.js';
import type { ThreadView } from './thread-types.js';
import styles from './threads.module.css';

/** Answer, resolve, reopen: what the person may do with a thread, and who else may. */
export function ThreadActs({ thread }: { readonly thread: ThreadView }) {
  const { t } = useMessages(messages);
  const [answering, setAnswering] = useState(false);
  const { answer, resolve } = thread.allowed;
  if (answering) return <AnswerForm thread={thread} onClose={() => setAnswering(false)} />;
  const waitsForOpener = thread.open && answer && !resolve;
  return (
    <>
      <NoteActs>
        {answer && <NoteAct onClick={() => setAnswering(true)}>{t('answer')}</NoteAct>}
        <SettleAct thread={thread} />
      </NoteActs>
      {waitsForOpener && <p className={styles.small}>{t('openerResolves')}</p>}
    </>
  );
}

/** Closes the thread, or opens it again. */
function SettleAct({ thread }: { readonly thread: ThreadView }) {
  const { t } = useMessages(messages);
  const act = useAct(settleThread, { changes: OF_THREADS });
  const { resolve, reopen } = thread.allowed;
  if (!resolve && !reopen) return null;
  const run = (pressed: Element) => {
    const goOn = focusAfter(pressed, reopen ? 'same' : 'next');
    const params = { threadId: thread.id };
    void act.run({ params, body: { open: reopen } }).then((done) => done && goOn());
  };
  return (
    <>
      <NoteAct busy={act.busy} onClick={run}>
        {t(reopen ? 'reopen' : 'resolve')}
      </NoteAct>
      <ProblemNote problem={act.problem} />
    </>
  );
}

function AnswerForm(props: { readonly thread: ThreadView; readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const { thread, onClose } = props;
  const act = useAct(answerThread, { changes: OF_THREADS, onDone: onClose });
  const params = { threadId: thread.id };
  return (
    <NoteForm
      of={`answer ${thread.id}`}
      label={t('answerLabel')}
      missing={t('answerMissing')}
      send={t('answerSend')}
      longest={4000}
      after="same"
      act={{ ...act, run: (body) => act.run({ params, body: { body, suggestion: null } }) }}
      onClose={onClose}
    />
  );
}
