import { useState } from 'react';
import { listCourses, readCourse } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { BookOpenIcon, StampIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { EditionLine, EditionTable } from '../../kit/editions/edition-table.js';
import { ListHead, Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import styles from './editions.module.css';
import type { CourseAnswer } from './edition-types.js';
import { messages } from './messages/index.js';
import { PrepareDialog } from './prepare-dialog.js';

/** Editions of the courses within reach, each course with the line of its editions. */
export function EditionsPage() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  const courses = useRead(listCourses, {});
  return (
    <>
      <WorkHead title={t('title')} facts={t('listFacts')} />
      <Pane flush>
        <Loaded from={courses}>
          {({ courses: rows }) =>
            rows.length === 0 ? (
              <EmptyState icon={BookOpenIcon} title={t('emptyTitle')} text={t('emptyText')} />
            ) : (
              rows.map(({ id }) => <CourseEditions key={id} courseId={id} />)
            )
          }
        </Loaded>
      </Pane>
    </>
  );
}

function CourseEditions({ courseId }: { readonly courseId: string }) {
  const course = useRead(readCourse, { params: { courseId } });
  return (
    <section className={styles.course}>
      <Loaded from={course}>{(answer) => <Line answer={answer} />}</Loaded>
    </section>
  );
}

function Line({ answer }: { readonly answer: CourseAnswer }) {
  const { t, locale } = useMessages(messages);
  const { course, editions } = answer;
  const title = `${course.code} · ${pick(locale, course.title, course.titleEn)}`;
  return (
    <>
      <div className={styles.head}>
        <ListHead
          aside={
            <Link className={text.nowrap} href={href('course', { courseId: course.id })}>
              {t('toCourse')}
            </Link>
          }
        >
          <span lang={langOf(locale, course.titleEn)}>{title}</span>
        </ListHead>
      </div>
      <CourseActs answer={answer} />
      {editions.length === 0 ? (
        <p className={styles.none}>{t('noEditions')}</p>
      ) : (
        <>
          <EditionLine editions={editions} caption={title} />
          <EditionTable editions={editions} caption={title} />
        </>
      )}
    </>
  );
}

/** The candidate that waits, or the act that makes the next one. */
function CourseActs({ answer }: { readonly answer: CourseAnswer }) {
  const { t } = useMessages(messages);
  const [preparing, setPreparing] = useState(false);
  const candidate = answer.editions.find((edition) => edition.state === 'candidate');
  if (candidate !== undefined) {
    return (
      <p className={styles.acts}>
        <span>{t('waiting', { label: candidate.label })}</span>
        <LinkButton size="small" href={href('edition', { editionId: candidate.id })}>
          {t('openWaiting')}
        </LinkButton>
      </p>
    );
  }
  if (!answer.course.allowed.prepareEdition) return null;
  return (
    <div className={styles.acts}>
      <span>{t('openRequests', { count: answer.course.openRequests })}</span>
      <Button size="small" onClick={() => setPreparing(true)}>
        <StampIcon />
        {t('prepare')}
      </Button>
      <PrepareDialog answer={answer} open={preparing} onClose={() => setPreparing(false)} />
    </div>
  );
}
