import { readBatch } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { clockInHanoi } from '../../../lib/i18n/hanoi.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession } from '../../../lib/session/session.js';
import { CheckIcon, ClockIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { Track } from '../../../ui/progress.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { Status } from '../../../ui/tag.js';
import { isBuilt } from '../../built-pages.js';
import { useRead } from '../../data/query.js';
import { href } from '../../routes.js';
import styles from './jobs.module.css';
import { messages } from './messages/index.js';
import type { Work } from './work-model.js';

/** Long work: how far, how fast, until when. */
export function WorkRows({ works }: { readonly works: readonly Work[] }) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('works')}>
      <thead>
        <tr>
          <ColumnHead>{t('work')}</ColumnHead>
          <ColumnHead>{t('progress')}</ColumnHead>
          <ColumnHead figure>{t('number')}</ColumnHead>
          <ColumnHead figure>{t('rate')}</ColumnHead>
          <ColumnHead>{t('left')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {works.map((work) => (
          <WorkRow key={work.key} work={work} />
        ))}
      </tbody>
    </WorkTable>
  );
}

const STAGES: ReadonlySet<string> = new Set(['number', 'render', 'store', 'register', 'seal']);

function WorkRow({ work }: { readonly work: Work }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { done, total, failed, rate } = work;
  const stage = STAGES.has(work.stage) ? t(`stage.${work.stage as 'seal'}`) : work.stage;
  return (
    <TableRow>
      <RowHead>
        <WorkName work={work} />
        <span className={styles.sub}>
          {t('stageSince', { stage, time: format.dateTime(work.startedAt) })}
        </span>
      </RowHead>
      <Cell label={t('progress')} className={styles.track}>
        <Track label={t('progressOf', { stage })} size="slim" {...{ done, total, failed }} />
      </Cell>
      <Cell figure label={t('number')}>
        {format.number(done)}/{format.number(total)}
      </Cell>
      <Cell figure label={t('rate')}>
        {rate === undefined
          ? '–'
          : t('perSecond', { rate: format.number(rate, rate < 10 ? 1 : 0) })}
      </Cell>
      <Cell label={t('left')}>
        <span>
          <WorkEnd work={work} />
          {failed > 0 && <span className={styles.bad}>{t('failedSome', { count: failed })}</span>}
        </span>
      </Cell>
    </TableRow>
  );
}

/** An award is named by its decision where the person may read it. */
function WorkName({ work }: { readonly work: Work }) {
  const { t } = useMessages(messages);
  const reads = may(useSession(), 'award.read');
  const asked = work.kind === 'award' && reads;
  const decisionId = work.subjectId;
  const batch = useRead(readBatch, asked ? { params: { decisionId } } : undefined);
  if (work.kind === 'other') return <>{t('otherWork', { key: work.key })}</>;
  if (batch.data === undefined) return <>{t('awardWork')}</>;
  const { decisionNo, cohortCode } = batch.data;
  const name = t('awardWorkOf', { decision: decisionNo, cohort: cohortCode });
  return isBuilt('issuing') ? (
    <Link href={href('issuing', { decisionId })}>{name}</Link>
  ) : (
    <>{name}</>
  );
}

function WorkEnd({ work }: { readonly work: Work }) {
  const { t } = useMessages(messages);
  const { state, secondsLeft, updatedAt } = work;
  if (state === 'done') {
    return (
      <Status tone="ok" icon={CheckIcon}>
        {t('doneAt', { time: clockInHanoi(updatedAt) })}
      </Status>
    );
  }
  if (state === 'still') {
    return (
      <Status tone="warn" icon={ClockIcon}>
        {t('stillSince', { time: clockInHanoi(updatedAt) })}
      </Status>
    );
  }
  if (secondsLeft === undefined) return <>{t('going')}</>;
  return secondsLeft < 90 ? (
    <>{t('seconds', { count: secondsLeft })}</>
  ) : (
    <>{t('minutes', { count: Math.round(secondsLeft / 60) })}</>
  );
}
