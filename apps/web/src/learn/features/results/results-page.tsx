import type { readStudyResults as readResultsContract, ResponseOf } from '@cam-nang/contracts';
import { readStudyResults, readToday } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { ClipboardListIcon } from '../../../ui/icons.js';
import { Columns, Page, PageHead, Section } from '../../../ui/layout.js';
import { RowList } from '../../../ui/lists.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { CertificateCard } from './certificate-card.js';
import { messages } from './messages/index.js';
import { Presence } from './presence.js';
import { WorkRow } from './work-row.js';

export type Results = ResponseOf<typeof readResultsContract>;
export type Work = Results['works'][number];

const skeleton = ['title', 46, 'rule', 82, 70, 'rule', 78, 60] as const;

/** How one has done: marks, reports, presence, and the way to the certificate, for every cohort. */
export function ResultsPage() {
  const { t } = useMessages(messages);
  useTitle(t('title'));
  const today = useResource(readToday, {});
  return (
    <Page>
      <Loaded from={today} skeleton={skeleton}>
        {({ enrolments }) =>
          enrolments.length === 0 ? (
            <>
              <PageHead title={t('title')} />
              <EmptyState icon={ClipboardListIcon} title={t('empty')} text={t('emptyText')} />
            </>
          ) : (
            enrolments.map(({ summary }, index) => (
              <OneCohort
                key={summary.enrolmentId}
                enrolmentId={summary.enrolmentId}
                first={index === 0}
              />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

function OneCohort(props: { readonly enrolmentId: string; readonly first: boolean }) {
  const { t, locale } = useMessages(messages);
  const { enrolmentId } = props;
  const results = useResource(readStudyResults, { params: { enrolmentId } });
  return (
    <Loaded from={results} skeleton={skeleton}>
      {({ summary, works, attendance }) => {
        const course = pick(locale, summary.courseTitle, summary.courseTitleEn);
        const place = t('cohort', { code: summary.cohortCode });
        return (
          <>
            {props.first ? (
              <PageHead
                above={place}
                title={t('title')}
                below={<p className={text.soft}>{course}</p>}
              />
            ) : (
              <Section title={place}>
                <p className={text.soft}>{course}</p>
              </Section>
            )}
            <Columns side={<Presence attendance={attendance} />}>
              <CertificateCard enrolmentId={enrolmentId} />
              <Works works={works} enrolmentId={enrolmentId} />
            </Columns>
          </>
        );
      }}
    </Loaded>
  );
}

const groups = [
  { key: 'final', belongs: (work: Work) => work.purpose === 'final' },
  { key: 'reports', belongs: (work: Work) => work.kind === 'report-task' },
  { key: 'practice', belongs: (work: Work) => work.purpose === 'practice' },
] as const;

/** What counts for the certificate first, practice last. */
function Works(props: { readonly works: readonly Work[]; readonly enrolmentId: string }) {
  const { t } = useMessages(messages);
  return groups.map(({ key, belongs }) => {
    const works = props.works.filter(belongs);
    if (works.length === 0) return null;
    const done = works.filter((work) => work.state === 'done').length;
    return (
      <Section
        key={key}
        title={t(key)}
        aside={<span className={text.soft}>{t('passedOf', { done, all: works.length })}</span>}
      >
        <RowList>
          {works.map((work) => (
            <WorkRow key={work.nodeId} work={work} enrolmentId={props.enrolmentId} />
          ))}
        </RowList>
      </Section>
    );
  });
}
