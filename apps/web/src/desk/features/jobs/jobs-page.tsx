import { jobOverview } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { clockInHanoi } from '../../../lib/i18n/hanoi.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { useSession } from '../../../lib/session/session.js';
import { ListTodoIcon } from '../../../ui/icons.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { FilterChips } from '../../../ui/tabs.js';
import { useRead } from '../../data/query.js';
import { Figures, FilterBar, LiveState, Pane, WorkHead } from '../../kit/work.js';
import { usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { InTopBar } from '../../shell/top-slot.js';
import { FailureList } from './failure-list.js';
import styles from './jobs.module.css';
import { messages } from './messages/index.js';
import { RecentActs } from './recent-acts.js';
import { worksOf, type Overview, type Work } from './work-model.js';
import { WorkRows } from './work-table.js';

const EVERY_MS = 3_000;

/** What runs, what waits, what failed and why. */
export function JobsPage() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  const overview = useRead(jobOverview, {}, { everyMs: EVERY_MS });
  return (
    <Loaded from={overview} page>
      {(data) => (
        <>
          <InTopBar>
            <LiveState live={overview.problem === undefined}>
              {t(overview.problem === undefined ? 'live' : 'notLive', {
                time: clockInHanoi(data.serverTime),
              })}
            </LiveState>
          </InTopBar>
          <JobsHead overview={data} />
          <Jobs overview={data} />
        </>
      )}
    </Loaded>
  );
}

function JobsHead({ overview }: { readonly overview: Overview }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { waiting, active, delayed, unsent, backend } = overview;
  const failed = openFailures(overview);
  const figures = { active, waiting, delayed, unsent, failed };
  return (
    <>
      <WorkHead
        title={t('title')}
        facts={
          <>
            <b>{failed === 0 ? t('allWell') : t('someFailed', { count: failed })}</b>{' '}
            {t(`backend.${backend}`)}
          </>
        }
      />
      <div className={styles.figures}>
        <Figures
          figures={(['active', 'waiting', 'delayed', 'unsent', 'failed'] as const).map((key) => ({
            key,
            value: format.number(figures[key]),
            say: t(`figure.${key}`),
          }))}
        />
      </div>
    </>
  );
}

function openFailures(overview: Overview): number {
  return overview.failures.filter((one) => one.retriedAt === null).length;
}

const FILTERS = ['all', 'running', 'still', 'done'] as const;
type Filter = (typeof FILTERS)[number];

function isFilter(value: string | undefined): value is Filter {
  return FILTERS.some((one) => one === value);
}

function Jobs({ overview }: { readonly overview: Overview }) {
  const { t } = useMessages(messages);
  const session = useSession();
  const filter = usePageQuery((raw) => (isFilter(raw['state']) ? raw['state'] : 'all'));
  const works = worksOf(overview);
  const of = (one: Filter) => works.filter((work) => one === 'all' || work.state === one);
  const isMachinist = session.roles.some(({ role }) => role === 'system-administrator');
  return (
    <>
      <FilterBar>
        <FilterChips
          label={t('filters')}
          filters={FILTERS.map((one) => ({
            href: href('jobs', undefined, { state: one === 'all' ? undefined : one }),
            title: t(`filter.${one}`),
            count: of(one).length,
            current: one === filter,
          }))}
        />
      </FilterBar>
      <Pane
        side={
          <>
            <FailureList failures={overview.failures} />
            <RecentActs />
            {isMachinist && <p className={styles.soft}>{t('limits')}</p>}
          </>
        }
        sideLabel={t('aside')}
      >
        <Works works={of(filter)} />
      </Pane>
    </>
  );
}

function Works({ works }: { readonly works: readonly Work[] }) {
  const { t } = useMessages(messages);
  if (works.length === 0) {
    return <EmptyState icon={ListTodoIcon} title={t('emptyTitle')} text={t('emptyText')} />;
  }
  return <WorkRows works={works} />;
}
