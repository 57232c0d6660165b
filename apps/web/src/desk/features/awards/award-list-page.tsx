import { listCohorts, listProposals } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession } from '../../../lib/session/session.js';
import { AwardIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { useRead } from '../../data/query.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import type { ProposalSummary } from './award-types.js';
import styles from './awards.module.css';
import { OpenCohorts, withoutList } from './open-cohorts.js';
import { messages } from './messages/index.js';
import { ProposalState } from './proposal-state.js';

/** Award proposals within reach, those that wait for a signature first. */
export function AwardListPage() {
  const { t } = useMessages(messages);
  const session = useSession();
  usePlace(t('title'), [{ title: t('title') }]);
  const computes = may(session, 'award.compute') && may(session, 'cohort.read');
  const proposals = useRead(listProposals, { query: {} });
  const cohorts = useRead(listCohorts, computes ? { query: {} } : undefined);
  const open = withoutList(cohorts.data?.cohorts, proposals.data?.proposals);
  const side = open.length === 0 ? undefined : <OpenCohorts cohorts={open} />;
  return (
    <>
      <WorkHead title={t('title')} />
      <Pane flush {...(side === undefined ? {} : { side, sideLabel: t('openCohorts') })}>
        <Loaded from={proposals}>
          {({ proposals: found }) =>
            found.length === 0 ? (
              <EmptyState icon={AwardIcon} title={t('emptyTitle')} text={t('emptyText')} />
            ) : (
              <ProposalTable rows={found} />
            )
          }
        </Loaded>
      </Pane>
    </>
  );
}

function ProposalTable({ rows }: { readonly rows: readonly ProposalSummary[] }) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('title')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead>{t('cohort')}</ColumnHead>
          <ColumnHead figure>{t('roundHead')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead figure>{t('eligible')}</ColumnHead>
          <ColumnHead figure>{t('notEligible')}</ColumnHead>
          <ColumnHead>{t('computed')}</ColumnHead>
          <ColumnHead>{t('decision')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ProposalRow key={row.id} row={row} />
        ))}
      </tbody>
    </WorkTable>
  );
}

function ProposalRow({ row }: { readonly row: ProposalSummary }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (
    <TableRow>
      <RowHead>
        <Link href={href('award', { proposalId: row.id })}>{row.cohortCode}</Link>{' '}
        <span className={styles.unit} lang="vi">
          {row.cohortTitle}
        </span>
      </RowHead>
      <Cell figure label={t('roundHead')}>
        {format.number(row.round)}
      </Cell>
      <Cell label={t('state')}>
        <span>
          <ProposalState state={row.state} />
        </span>
      </Cell>
      <Cell figure label={t('eligible')}>
        {format.number(row.eligible)}
      </Cell>
      <Cell figure label={t('notEligible')}>
        {format.number(row.notEligible)}
      </Cell>
      <Cell label={t('computed')}>
        {t('by', { time: format.dateTime(row.computedAt), name: row.computedBy })}
      </Cell>
      <Cell label={t('decision')}>
        <Decision row={row} />
      </Cell>
    </TableRow>
  );
}

const BATCH_STATES = ['numbered', 'making', 'sealing', 'done', 'paused'] as const;

function Decision({ row }: { readonly row: ProposalSummary }) {
  const { t } = useMessages(messages);
  const { decisionId, decisionNo, batchState } = row;
  if (decisionId === null) return null;
  const batch = BATCH_STATES.find((one) => one === batchState);
  return (
    <span>
      <Link href={href('issuing', { decisionId })}>{decisionNo}</Link>
      {batch !== undefined && <span className={styles.soft}>{` ${t(`batch.${batch}`)}`}</span>}
    </span>
  );
}
