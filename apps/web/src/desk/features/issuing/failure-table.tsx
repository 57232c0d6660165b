import { readBatch, retryJob } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Button } from '../../../ui/button.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { ListHead } from '../../kit/work.js';
import type { Failure } from './batch-types.js';
import styles from './issuing.module.css';
import { messages } from './messages/index.js';
import { useDuration } from './use-duration.js';

/** What could not be made, by person, with the reason, what was tried and the one act. */
export function FailureTable({ failures }: { readonly failures: readonly Failure[] }) {
  const { t } = useMessages(messages);
  const session = useSession();
  const retries = may(session, 'job.retry');
  const act = useAct(retryJob, {
    changes: [readBatch],
    onDone: () => toast(t('retried')),
  });
  const retry = async (some: readonly Failure[]) => {
    for (const { id } of some) await act.run({ params: { failureId: id } });
  };
  if (failures.length === 0) return <p className={styles.leave}>{t('noFailures')}</p>;
  const all =
    retries && failures.length > 1 ? (
      <Button size="small" busy={act.busy} onClick={() => void retry(failures)}>
        {t('retryAll', { count: failures.length })}
      </Button>
    ) : undefined;
  return (
    <>
      <ListHead aside={all}>{t('failures', { count: failures.length })}</ListHead>
      <WorkTable caption={t('failures', { count: failures.length })}>
        <thead>
          <tr>
            <ColumnHead>{t('registerNumber')}</ColumnHead>
            <ColumnHead>{t('person')}</ColumnHead>
            <ColumnHead>{t('stage')}</ColumnHead>
            <ColumnHead>{t('reason')}</ColumnHead>
            <ColumnHead>{t('tried')}</ColumnHead>
            {retries && (
              <ColumnHead>
                <span className={text.vh}>{t('act')}</span>
              </ColumnHead>
            )}
          </tr>
        </thead>
        <tbody>
          {failures.map((failure) => (
            <FailureRow
              key={failure.id}
              failure={failure}
              busy={act.busy}
              onRetry={retries ? () => void retry([failure]) : undefined}
            />
          ))}
        </tbody>
      </WorkTable>
      {!retries && <p className={styles.soft}>{t('noRetry')}</p>}
      <ProblemNote problem={act.problem} />
    </>
  );
}

function FailureRow(props: {
  readonly failure: Failure;
  readonly busy: boolean;
  readonly onRetry: (() => void) | undefined;
}) {
  const { t } = useMessages(messages);
  const duration = useDuration();
  const { failure, busy, onRetry } = props;
  const { registerNumber, fullName, reason, attempts, failedAt } = failure;
  const kind = kindOf(failure);
  const name = fullName ?? t(kind === 'seal' ? 'whole' : 'stretch');
  const words = { paper: t('reasonMake'), stretch: t('reasonStretch'), seal: t('reasonSeal') };
  return (
    <TableRow>
      <RowHead>{registerNumber ?? '–'}</RowHead>
      <Cell label={t('person')} lang={fullName === null ? undefined : 'vi'}>
        {name}
      </Cell>
      <Cell label={t('stage')}>{t(kind === 'seal' ? 'job.seal' : 'job.make')}</Cell>
      <Cell label={t('reason')}>
        <span>
          {words[kind]}
          <code className={styles.reason}>{reason}</code>
        </span>
      </Cell>
      <Cell label={t('tried')}>
        {t('attempts', { count: attempts, time: duration.clock(failedAt) })}
      </Cell>
      {onRetry !== undefined && (
        <Cell>
          <Button
            size="small"
            busy={busy}
            aria-label={t('retryOf', { what: registerNumber ?? name })}
            onClick={onRetry}
          >
            {t('retry')}
          </Button>
        </Cell>
      )}
    </TableRow>
  );
}

function kindOf({ job, registerNumber }: Failure): 'paper' | 'stretch' | 'seal' {
  if (job === 'certification.seal-batch') return 'seal';
  return registerNumber === null ? 'stretch' : 'paper';
}
