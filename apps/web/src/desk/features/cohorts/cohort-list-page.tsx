import type { listCohorts as contract, ResponseOf } from '@cam-nang/contracts';
import { listCohorts } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { may, useSession } from '../../../lib/session/session.js';
import { LinkButton } from '../../../ui/button.js';
import { PlusIcon, UsersIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { Tag } from '../../../ui/tag.js';
import { useRead } from '../../data/query.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { messages } from './messages/index.js';

type Cohort = ResponseOf<typeof contract>['cohorts'][number];

/** Cohorts within reach, running ones first. */
export function CohortListPage() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  const cohorts = useRead(listCohorts, { query: {} });
  const act = cohorts.data?.allowed.open ? (
    <LinkButton look="main" href={href('openCohort')}>
      <PlusIcon />
      {t('open')}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <WorkHead title={t('title')} actions={act} />
      <Pane flush>
        <Loaded from={cohorts}>
          {({ cohorts: rows }) =>
            rows.length === 0 ? (
              <EmptyState
                icon={UsersIcon}
                title={t('emptyTitle')}
                text={t('emptyText')}
                action={act}
              />
            ) : (
              <CohortTable rows={rows} />
            )
          }
        </Loaded>
      </Pane>
    </>
  );
}

function CohortTable({ rows }: { readonly rows: readonly Cohort[] }) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('title')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead>{t('code')}</ColumnHead>
          <ColumnHead>{t('name')}</ColumnHead>
          <ColumnHead>{t('edition')}</ColumnHead>
          <ColumnHead figure>{t('people')}</ColumnHead>
          <ColumnHead>{t('dates')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CohortRow key={row.id} cohort={row} />
        ))}
      </tbody>
    </WorkTable>
  );
}

const looks = {
  planned: 'info',
  running: 'accent',
  study_ended: 'warn',
  results_closed: 'warn',
  certified: 'ok',
  archived: 'line',
  cancelled: 'line',
} as const;

function CohortRow({ cohort }: { readonly cohort: Cohort }) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  // Who marks reports has no board.
  const page = may(useSession(), 'progress.read') ? 'cohort' : 'cohortReports';
  return (
    <TableRow>
      <RowHead>
        <Link href={href(page, { cohortId: cohort.id })}>{cohort.code}</Link>
      </RowHead>
      <Cell label={t('name')}>
        <span lang="vi">{cohort.title}</span>
        <br />
        <small>{pick(locale, cohort.courseTitle, cohort.courseTitleEn)}</small>
      </Cell>
      <Cell label={t('edition')}>{cohort.edition.label}</Cell>
      <Cell figure label={t('people')}>
        {format.number(cohort.enrolled)}/{format.number(cohort.capacity)}
      </Cell>
      <Cell label={t('dates')}>
        {t('fromTo', { from: format.date(cohort.opensOn), to: format.date(cohort.closesOn) })}
      </Cell>
      <Cell label={t('state')}>
        <Tag look={looks[cohort.state]}>{t(cohort.state)}</Tag>
      </Cell>
    </TableRow>
  );
}
