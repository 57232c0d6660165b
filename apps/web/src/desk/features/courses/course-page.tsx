import { useState } from 'react';
import type { readCourse as contract, ResponseOf } from '@cam-nang/contracts';
import { readCourse } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import { Button } from '../../../ui/button.js';
import { PencilLineIcon, StampIcon } from '../../../ui/icons.js';
import { Loaded } from '../../../ui/states.js';
import { Link } from '../../../ui/link.js';
import { TabLinks } from '../../../ui/tabs.js';
import { Tag } from '../../../ui/tag.js';
import { useRead } from '../../data/query.js';
import { EditionLine, EditionTable } from '../../kit/editions/edition-table.js';
import { ListHead, Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePageParams, usePageQuery } from '../../page.js';
import { usePlace } from '../../shell/place-of-page.js';
import { CourseHistory } from './course-history.js';
import { CourseRequests } from './course-requests.js';
import { CourseTreeBlock } from './course-tree-block.js';
import styles from './courses.module.css';
import { messages } from './messages/index.js';
import { OpenRequestDialog } from './open-request-dialog.js';
import { PrepareDialog } from './prepare-dialog.js';

type CourseAnswer = ResponseOf<typeof contract>;

/** A course: its editions, its tree, and what is being changed. */
export function CoursePage() {
  const { courseId } = usePageParams('course');
  const course = useRead(readCourse, { params: { courseId } });
  return (
    <Loaded from={course} page>
      {(answer) => <CourseView answer={answer} />}
    </Loaded>
  );
}

function CourseView({ answer }: { readonly answer: CourseAnswer }) {
  const { t, locale } = useMessages(messages);
  const { course, editions } = answer;
  const title = pick(locale, course.title, course.titleEn);
  usePlace(title, [{ title: t('title'), href: href('courses') }, { title: course.code }]);
  const { history } = usePageQuery((raw) => ({ history: raw['tab'] === 'history' }));
  const tab = (name: 'overview' | 'history') => ({
    href: href('course', { courseId: course.id }, name === 'history' ? { tab: 'history' } : {}),
    title: t(name === 'history' ? 'tabHistory' : 'tabOverview'),
    current: (name === 'history') === history,
  });
  return (
    <>
      <WorkHead
        title={<span lang={langOf(locale, course.titleEn)}>{title}</span>}
        facts={
          <>
            <b>{course.code}</b> · {course.ownerUnitName} · {t('facts', { ...course.counts })}{' '}
            {course.isSample && <Tag look="line">{t('sample')}</Tag>}
          </>
        }
        actions={<Acts answer={answer} />}
      />
      <div className={styles.tabs}>
        <TabLinks label={t('parts')} tabs={[tab('overview'), tab('history')]} />
      </div>
      {history ? (
        <Pane>
          <CourseHistory courseId={course.id} />
        </Pane>
      ) : (
        <Pane flush side={<CourseRequests course={course} />} sideLabel={t('openRequests')}>
          <Editions editions={editions} />
          <CourseTreeBlock edition={course.inForce ?? editions[0] ?? null} />
        </Pane>
      )}
    </>
  );
}

/** All editions: the line of their history, and the table. */
function Editions({ editions }: Pick<CourseAnswer, 'editions'>) {
  const { t } = useMessages(messages);
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <ListHead aside={<Link href={href('editions')}>{t('allEditions')}</Link>}>
          {t('editions')}
        </ListHead>
      </div>
      {editions.length === 0 ? (
        <p className={styles.bar}>{t('noEditions')}</p>
      ) : (
        <>
          <EditionLine editions={editions} caption={t('editions')} />
          <EditionTable editions={editions} caption={t('editions')} />
        </>
      )}
    </section>
  );
}

function Acts({ answer }: { readonly answer: CourseAnswer }) {
  const { t } = useMessages(messages);
  const { course } = answer;
  const [dialog, setDialog] = useState<'request' | 'edition'>();
  const close = () => setDialog(undefined);
  return (
    <>
      {course.allowed.prepareEdition && (
        <Button onClick={() => setDialog('edition')}>
          <StampIcon />
          {t('prepare')}
        </Button>
      )}
      {course.allowed.edit && (
        <Button look="main" onClick={() => setDialog('request')}>
          <PencilLineIcon />
          {t('openRequest')}
        </Button>
      )}
      <OpenRequestDialog course={course} open={dialog === 'request'} onClose={close} />
      <PrepareDialog answer={answer} open={dialog === 'edition'} onClose={close} />
    </>
  );
}
