import type { ReactNode } from 'react';
import type { readCohort, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { TabLinks } from '../../../ui/tabs.js';
import { WorkHead } from '../../kit/work.js';
import { href, type PageName } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { messages } from './messages/index.js';

export type Cohort = ResponseOf<typeof readCohort>;

const parts = [
  ['cohort', 'board'],
  ['cohortPeople', 'tabPeople'],
  ['cohortMeetings', 'meetings'],
  ['cohortReports', 'reports'],
] as const satisfies readonly (readonly [PageName, string])[];

/** Head of every page of a cohort: facts in one line, its parts as tabs. */
export function CohortHead(props: {
  readonly cohort: Cohort;
  readonly at: (typeof parts)[number][0];
  readonly actions?: ReactNode;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { cohort } = props;
  usePlace(cohort.code, [{ title: t('title'), href: href('cohorts') }, { title: cohort.code }]);
  const facts = [
    t('communes', { count: cohort.communes }),
    t('editionOf', { label: cohort.edition.label }),
    t('fromTo', { from: format.date(cohort.opensOn), to: format.date(cohort.closesOn) }),
    t(cohort.state),
    ...(cohort.manager === null ? [] : [t('managedBy', { name: cohort.manager })]),
  ];
  return (
    <>
      <WorkHead
        title={<span lang="vi">{`${cohort.code}, ${cohort.title}`}</span>}
        facts={
          <>
            <b>{t('peopleOf', { count: cohort.enrolled })}</b>, {facts.join(' · ')}
          </>
        }
        actions={props.actions}
      />
      <TabLinks
        label={t('tabs')}
        tabs={parts.map(([page, word]) => ({
          href: href(page, { cohortId: cohort.id }),
          title: t(word),
          current: page === props.at,
        }))}
      />
    </>
  );
}
