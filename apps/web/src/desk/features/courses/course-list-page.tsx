import type { listCourses as contract, ResponseOf } from '@cam-nang/contracts';
import { listCourses } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import { LibraryIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { Tag } from '../../../ui/tag.js';
import { useRead } from '../../data/query.js';
import { EditionState, useEditionWords } from '../../kit/curriculum/edition-words.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { messages } from './messages/index.js';

type Course = ResponseOf<typeof contract>['courses'][number];

/** Curricula within reach, each with the edition in force. */
export function CourseListPage() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  const courses = useRead(listCourses, {});
  return (
    <>
      <WorkHead title={t('title')} />
      <Pane flush>
        <Loaded from={courses}>
          {({ courses: rows }) =>
            rows.length === 0 ? (
              <EmptyState icon={LibraryIcon} title={t('emptyTitle')} text={t('emptyText')} />
            ) : (
              <CourseTable rows={rows} />
            )
          }
        </Loaded>
      </Pane>
    </>
  );
}

function CourseTable({ rows }: { readonly rows: readonly Course[] }) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('title')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead>{t('course')}</ColumnHead>
          <ColumnHead>{t('inForce')}</ColumnHead>
          <ColumnHead>{t('size')}</ColumnHead>
          <ColumnHead figure>{t('periods')}</ColumnHead>
          <ColumnHead figure>{t('requests')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((course) => (
          <CourseRow key={course.id} course={course} />
        ))}
      </tbody>
    </WorkTable>
  );
}

function CourseRow({ course }: { readonly course: Course }) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const { counts } = course;
  return (
    <TableRow>
      <RowHead>
        <Link href={href('course', { courseId: course.id })} lang={langOf(locale, course.titleEn)}>
          {course.code} · {pick(locale, course.title, course.titleEn)}
        </Link>{' '}
        {course.isSample && <Tag look="line">{t('sample')}</Tag>}
        {course.recordOnly && <Tag look="line">{t('recordOnly')}</Tag>}
      </RowHead>
      <Cell label={t('inForce')}>
        <InForce course={course} />
      </Cell>
      <Cell label={t('size')}>
        {t('sizeOf', {
          modules: counts.modules,
          lessons: counts.lessons,
          questions: counts.questions,
        })}
      </Cell>
      <Cell figure label={t('periods')}>
        {format.number(counts.periods)}
      </Cell>
      <Cell figure label={t('requests')}>
        {format.number(course.openRequests)}
      </Cell>
    </TableRow>
  );
}

function InForce({ course }: { readonly course: Course }) {
  const { t } = useMessages(messages);
  const words = useEditionWords();
  if (course.inForce === null) return <>{t('noneInForce')}</>;
  return (
    <>
      <Link href={href('edition', { editionId: course.inForce.id })}>
        {words.name(course.inForce)}
      </Link>{' '}
      <EditionState edition={course.inForce} />
    </>
  );
}
