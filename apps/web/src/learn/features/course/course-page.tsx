import { readStudyCourse, readToday } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useTitle } from '../../../lib/title.js';
import { GraduationCapIcon } from '../../../ui/icons.js';
import { Page, PageHead } from '../../../ui/layout.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { CourseOutline } from './course-outline.js';
import { messages } from './messages/index.js';

/** The course of every cohort one is enrolled in, topic by topic. */
export function CoursePage() {
  const { t } = useMessages(messages);
  useTitle(t('title'));
  const today = useResource(readToday, {});
  return (
    <Loaded from={today} skeleton={['title', 82, 'rule', 70, 'rule', 78]}>
      {({ enrolments }) =>
        enrolments.length === 0 ? (
          <Page>
            <PageHead title={t('title')} />
            <EmptyState icon={GraduationCapIcon} title={t('empty')} text={t('emptyText')} />
          </Page>
        ) : (
          enrolments.map(({ summary }, index) => (
            <OneCourse
              key={summary.enrolmentId}
              enrolmentId={summary.enrolmentId}
              first={index === 0}
            />
          ))
        )
      }
    </Loaded>
  );
}

function OneCourse({
  enrolmentId,
  first,
}: {
  readonly enrolmentId: string;
  readonly first: boolean;
}) {
  const course = useResource(readStudyCourse, { params: { enrolmentId } });
  return (
    <Page>
      <Loaded from={course} skeleton={['title', 82, 'rule', 70, 'rule', 78]}>
        {(data) => <CourseOutline course={data} enrolmentId={enrolmentId} heading={first} />}
      </Loaded>
    </Page>
  );
}
