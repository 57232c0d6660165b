import { useEffect, useState } from 'react';
import { jobOverview, retryJob } from '@cam-nang/contracts/routes';
import { prepareProblemText, useProblemText } from '../../../lib/api/problem-text.js';
import type { ProblemCode } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Button } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/lists.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { MarginNote } from '../../kit/people.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block } from '../../kit/work.js';
import styles from './jobs.module.css';
import { messages } from './messages/index.js';
import { codeOfReason, type Failure } from './work-model.js';

/** What was given up, with the reason and the one act; what was tried again is folded away. */
export function FailureList({ failures }: { readonly failures: readonly Failure[] }) {
  const { t } = useMessages(messages);
  const open = failures.filter((one) => one.retriedAt === null);
  const retried = failures.filter((one) => one.retriedAt !== null);
  const mayRetry = may(useSession(), 'job.retry');
  return (
    <Block title={t('failures', { count: open.length })}>
      {open.length === 0 && <p className={styles.soft}>{t('noFailures')}</p>}
      <div className={styles.notes}>
        {open.map((failure) => (
          <FailureNote key={failure.id} failure={failure} mayRetry={mayRetry} />
        ))}
      </div>
      {open.length > 0 && !mayRetry && <p className={styles.soft}>{t('noRetryRight')}</p>}
      {retried.length > 0 && (
        <Disclosure summary={t('retriedOnes', { count: retried.length })}>
          <div className={styles.notes}>
            {retried.map((failure) => (
              <FailureNote key={failure.id} failure={failure} mayRetry={false} />
            ))}
          </div>
        </Disclosure>
      )}
    </Block>
  );
}

const JOBS: ReadonlySet<string> = new Set([
  'certification.make-documents',
  'certification.seal-batch',
]);

function FailureNote(props: { readonly failure: Failure; readonly mayRetry: boolean }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { failure, mayRetry } = props;
  const { job, attempts, failedAt, retriedAt } = failure;
  const retry = useAct(retryJob, {
    changes: [jobOverview],
    onDone: () => toast(t('retried')),
  });
  const name = JOBS.has(job)
    ? t(`job.${job as 'certification.seal-batch'}`)
    : t('jobNamed', { job });
  return (
    <MarginNote
      weight={retriedAt === null ? 'blocking' : 'done'}
      by={
        <>
          <b>{name}</b> · {format.dateTime(failedAt)}
        </>
      }
    >
      <Reason failure={failure} />
      <p className={styles.soft}>
        {t('attempts', { count: attempts })}{' '}
        {retriedAt !== null && t('retriedAt', { time: format.dateTime(retriedAt) })}
      </p>
      {mayRetry && (
        <Button
          size="small"
          busy={retry.busy}
          aria-label={t('retryOf', { job: name, time: format.dateTime(failedAt) })}
          onClick={() => void retry.run({ params: { failureId: failure.id } })}
        >
          {t('retry')}
        </Button>
      )}
      <ProblemNote problem={retry.problem} />
    </MarginNote>
  );
}

/** The reason in words where the program has them; what the machine wrote always, for whoever mends it. */
function Reason({ failure }: { readonly failure: Failure }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const code = codeOfReason(failure.reason) as ProblemCode | undefined;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (code !== undefined) void prepareProblemText(code).then(() => setReady(true));
  }, [code]);
  const unknown = say('server.unexpected');
  const words = ready && code !== undefined ? say(code) : unknown;
  return (
    <>
      <p>{words === unknown ? t('reasonUnknown') : words}</p>
      <code className={styles.reason}>{failure.reason}</code>
    </>
  );
}
