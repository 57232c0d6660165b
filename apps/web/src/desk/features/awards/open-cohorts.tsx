import type { listCohorts as contract, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import type { ProposalSummary } from './award-types.js';
import styles from './awards.module.css';
import { ComputeButton } from './compute-button.js';
import { messages } from './messages/index.js';

type Cohort = ResponseOf<typeof contract>['cohorts'][number];

/** Cohorts whose list may be computed and has not been; none while either is not known. */
export function withoutList(
  cohorts: readonly Cohort[] | undefined,
  proposals: readonly ProposalSummary[] | undefined,
): readonly Cohort[] {
  if (cohorts === undefined || proposals === undefined) return [];
  const listed = new Set(proposals.map((proposal) => proposal.cohortId));
  return cohorts.filter((cohort) => cohort.allowed.computeAward && !listed.has(cohort.id));
}

/** Cohorts without a list: the way to begin an award. */
export function OpenCohorts({ cohorts }: { readonly cohorts: readonly Cohort[] }) {
  const { t } = useMessages(messages);
  return (
    <Block title={t('openCohorts')}>
      <p className={styles.soft}>{t('openCohortsText')}</p>
      <ul className={styles.open}>
        {cohorts.map((cohort) => (
          <OpenCohort key={cohort.id} cohort={cohort} />
        ))}
      </ul>
    </Block>
  );
}

function OpenCohort({ cohort }: { readonly cohort: Cohort }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const running = cohort.state === 'running';
  return (
    <li>
      <span>
        <Link href={href('cohort', { cohortId: cohort.id })}>{cohort.code}</Link>{' '}
        <span className={styles.soft}>
          {t('people', { count: cohort.enrolled })},{' '}
          {t(running ? 'cohortRunning' : 'cohortEnded', { date: format.date(cohort.closesOn) })}
        </span>
      </span>
      <ComputeButton cohort={cohort} word="compute" look={running ? 'plain' : 'main'} />
    </li>
  );
}
