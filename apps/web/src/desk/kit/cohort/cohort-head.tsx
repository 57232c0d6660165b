import type { ReactNode } from 'react';
import type { readCohort, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession, type Permission } from '../../../lib/session/session.js';
import { TabLinks } from '../../../ui/tabs.js';
import { isBuilt } from '../../built-pages.js';
import { href } from '../../routes.js';
import { WithdrawalNote } from '../editions/withdrawal-note.js';
import { WorkHead } from '../work.js';
import styles from './cohort.module.css';
import { messages } from './messages/index.js';

export type Cohort = ResponseOf<typeof readCohort>;

const parts = [
  ['cohort', 'progress.read'],
  ['cohortPeople', 'cohort.read'],
  ['cohortMeetings', 'cohort.read'],
  ['cohortReports', 'report.read'],
] as const satisfies readonly (readonly [string, Permission])[];

export type CohortPart = (typeof parts)[number][0];

type Trail = readonly { readonly title: string; readonly href?: string | undefined }[];

/** Title and way of a page of a cohort, for `usePlace(...useCohortPlace(cohort, 'cohortPeople'))`. */
export function useCohortPlace(
  cohort: Pick<Cohort, 'id' | 'code'> | undefined,
  at: CohortPart,
): readonly [title: string, trail: Trail] {
  const { t } = useMessages(messages);
  const session = useSession();
  const top = { title: t('cohorts'), href: href('cohorts') };
  if (cohort === undefined) return [t(at), [top]];
  if (at === 'cohort') return [cohort.code, [top, { title: cohort.code }]];
  const board = may(session, 'progress.read') ? href('cohort', { cohortId: cohort.id }) : undefined;
  return [`${t(at)} ${cohort.code}`, [top, { title: cohort.code, href: board }, { title: t(at) }]];
}

/** Head of every page of a cohort: facts in one line, the parts the person may see as tabs. */
export function CohortHead(props: {
  readonly cohort: Cohort;
  readonly at: CohortPart;
  readonly actions?: ReactNode;
}) {
  const { t } = useMessages(messages);
  const session = useSession();
  const { cohort, at } = props;
  return (
    <>
      <WorkHead
        title={<span lang="vi">{`${cohort.code}, ${cohort.title}`}</span>}
        facts={<CohortFacts cohort={cohort} />}
        actions={props.actions}
      />
      {cohort.edition.withdrawal !== null && (
        <div className={styles.notice}>
          <WithdrawalNote edition={cohort.edition} forCohort />
        </div>
      )}
      <div className={styles.tabs}>
        <TabLinks
          label={t('tabs')}
          tabs={parts
            .filter(([page, permission]) => isBuilt(page) && may(session, permission))
            .map(([page]) => ({
              href: href(page, { cohortId: cohort.id }),
              title: t(page),
              current: page === at,
            }))}
        />
      </div>
    </>
  );
}

function CohortFacts({ cohort }: { readonly cohort: Cohort }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const facts = [
    t('communes', { count: cohort.communes }),
    t('editionOf', { label: cohort.edition.label }),
    t('fromTo', { from: format.date(cohort.opensOn), to: format.date(cohort.closesOn) }),
    t(cohort.state),
    ...(cohort.manager === null ? [] : [t('managedBy', { name: cohort.manager })]),
  ];
  return (
    <>
      <b>{t('peopleOf', { count: cohort.enrolled })}</b>, {facts.join(' · ')}
    </>
  );
}
