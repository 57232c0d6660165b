import { listReports, readCohort } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { FileTextIcon } from '../../../ui/icons.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { FilterChips } from '../../../ui/tabs.js';
import { useRead } from '../../data/query.js';
import { CohortHead, useCohortPlace } from '../../kit/cohort/cohort-head.js';
import { FilterBar, Pane } from '../../kit/work.js';
import { usePageParams, usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { belongs, filterOf, FILTERS, type Filter } from './marking-model.js';
import { MarkingView } from './marking-view.js';
import { messages } from './messages/index.js';
import { ReportTable } from './report-table.js';
import styles from './report-marking.module.css';
import type { ReportList } from './report-types.js';

/** The reflective reports of a cohort, and the one in the address with its marking. */
export function ReportsPage() {
  const { cohortId } = usePageParams('cohortReports');
  const { chosen, filter } = usePageQuery((raw) => ({
    chosen: raw['report'],
    filter: filterOf(raw['filter']),
  }));
  const cohort = useRead(readCohort, { params: { cohortId } });
  const reports = useRead(listReports, { params: { cohortId } });
  usePlace(...useCohortPlace(cohort.data, 'cohortReports'));
  return (
    <Loaded from={cohort} page>
      {(shown) => (
        <>
          <CohortHead cohort={shown} at="cohortReports" />
          <Loaded from={reports}>
            {(data) =>
              chosen === undefined ? (
                <Reports cohortId={cohortId} data={data} wanted={filter} />
              ) : (
                <MarkingView
                  key={chosen}
                  cohortId={cohortId}
                  list={data}
                  submissionId={chosen}
                  filter={filter}
                />
              )
            }
          </Loaded>
        </>
      )}
    </Loaded>
  );
}

interface ReportsProps {
  readonly cohortId: string;
  readonly data: ReportList;
  readonly wanted: Filter | undefined;
}

function Reports({ cohortId, data, wanted }: ReportsProps) {
  const { t } = useMessages(messages);
  const { reports } = data;
  const count = (filter: Filter) => reports.filter((row) => belongs(row, filter)).length;
  // Without a wish: what waits, or everything when nothing does.
  const filter = wanted ?? (count('waiting') > 0 ? 'waiting' : 'all');
  const rows = reports.filter((row) => belongs(row, filter));
  if (reports.length === 0) {
    return (
      <Pane>
        <EmptyState icon={FileTextIcon} title={t('emptyTitle')} text={t('emptyText')} />
      </Pane>
    );
  }
  return (
    <>
      <FilterBar>
        <FilterChips
          label={t('filters')}
          filters={FILTERS.map((name) => ({
            href: href('cohortReports', { cohortId }, { filter: name }),
            title: t(`filter.${name}`),
            count: count(name),
            current: name === filter,
          }))}
        />
      </FilterBar>
      <Pane flush>
        {!data.allowed.mark && (
          <div className={styles.note}>
            <Note look="plain">
              <p>{t('readOnly')}</p>
            </Note>
          </div>
        )}
        {rows.length === 0 ? (
          <p className={styles.none}>{t(`none.${filter}`)}</p>
        ) : (
          <ReportTable cohortId={cohortId} rows={rows} all={reports} filter={wanted} />
        )}
      </Pane>
    </>
  );
}
