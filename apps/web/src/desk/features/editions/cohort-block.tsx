import { listCohorts } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Link } from '../../../ui/link.js';
import { Loaded } from '../../../ui/states.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import type { Cohort } from './edition-types.js';
import { messages } from './messages/index.js';

interface WithDetail {
  readonly detail: EditionDetail;
}

/** The lists behind the figures: which cohorts, how many people, what each does when the edition is issued. */
export function CohortBlock({ detail }: WithDetail) {
  const { t } = useMessages(messages);
  const session = useSession();
  const reads = may(session, 'cohort.read');
  const query = { courseId: detail.courseId };
  const cohorts = useRead(listCohorts, reads ? { query } : undefined);
  const waits = detail.edition.state === 'candidate';
  return (
    <Block title={t(waits ? 'cohorts' : 'cohortsOf')}>
      {reads ? (
        <Loaded from={cohorts}>
          {({ cohorts: all }) => <Cohorts detail={detail} cohorts={shown(detail, all)} />}
        </Loaded>
      ) : (
        <p className={text.soft}>{t('cohortsHidden')}</p>
      )}
    </Block>
  );
}

/** Before the act those that still study; afterwards those that study by this edition. */
function shown({ edition }: EditionDetail, cohorts: readonly Cohort[]): readonly Cohort[] {
  if (edition.state !== 'candidate') {
    return cohorts.filter((cohort) => cohort.edition.id === edition.id);
  }
  return cohorts.filter(({ state }) => state === 'planned' || state === 'running');
}

function Cohorts({ detail, cohorts }: WithDetail & { readonly cohorts: readonly Cohort[] }) {
  const { t } = useMessages(messages);
  const waits = detail.edition.state === 'candidate';
  const running = cohorts.filter(({ state }) => state === 'running').length;
  const elsewhere = detail.affected.runningCohorts + detail.keeping.runningCohorts - running;
  return (
    <>
      {cohorts.length === 0 ? (
        <p className={text.soft}>{t(waits ? 'noCohorts' : 'noCohortsOf')}</p>
      ) : (
        <CohortTable detail={detail} cohorts={cohorts} />
      )}
      {waits && elsewhere > 0 && (
        <p className={text.soft}>{t('otherCohorts', { count: elsewhere })}</p>
      )}
    </>
  );
}

function CohortTable({ detail, cohorts }: WithDetail & { readonly cohorts: readonly Cohort[] }) {
  const { t } = useMessages(messages);
  const waits = detail.edition.state === 'candidate';
  return (
    <WorkTable caption={t(waits ? 'cohorts' : 'cohortsOf')}>
      <thead>
        <tr>
          <ColumnHead>{t('cohort')}</ColumnHead>
          <ColumnHead>{t('cohortState')}</ColumnHead>
          <ColumnHead figure>{t('people')}</ColumnHead>
          <ColumnHead figure>{t('communes')}</ColumnHead>
          <ColumnHead>{t('studies')}</ColumnHead>
          {waits && <ColumnHead>{t('after')}</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <CohortRow key={cohort.id} cohort={cohort} detail={detail} />
        ))}
      </tbody>
    </WorkTable>
  );
}

function CohortRow({ cohort, detail }: WithDetail & { readonly cohort: Cohort }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { edition } = detail;
  const follows = edition.kind === 'erratum' && cohort.edition.major === edition.major;
  return (
    <TableRow>
      <RowHead>
        <Link href={href('cohort', { cohortId: cohort.id })}>{cohort.code}</Link>
      </RowHead>
      <Cell label={t('cohortState')}>{t(`state.${cohort.state}`)}</Cell>
      <Cell figure label={t('people')}>
        {format.number(cohort.enrolled)}
      </Cell>
      <Cell figure label={t('communes')}>
        {format.number(cohort.communes)}
      </Cell>
      <Cell label={t('studies')}>{cohort.edition.label}</Cell>
      {edition.state === 'candidate' && (
        <Cell label={t('after')}>
          {follows
            ? t('follows', { label: edition.label })
            : t('stays', { label: cohort.edition.label })}
        </Cell>
      )}
    </TableRow>
  );
}
