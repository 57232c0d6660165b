import { useParams } from 'wouter';
import { readStudyCourse } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { Breadcrumbs, Columns, Page, PageHead, Row, Section, Stack } from '../../../ui/layout.js';
import { hourMarks, Legend, PeriodSquares } from '../../../ui/periods.js';
import { Loaded, NotFound } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { messages as studyMessages } from '../../study/messages/index.js';
import type { Course, Module } from './course-outline.js';
import { messages } from './messages/index.js';
import { ModuleItems } from './module-items.js';
import { periodsOf, WholeCourse } from './whole-course.js';

/** One topic: hours by kind, lessons and tasks with their states and reasons. */
export function ModulePage() {
  const { t } = useMessages(messages);
  const { enrolmentId = '', moduleId = '' } = useParams();
  const course = useResource(readStudyCourse, { params: { enrolmentId } });
  const module = course.data?.modules.find((one) => one.nodeId === moduleId);
  useTitle(module?.title ?? t('title'));
  return (
    <Page>
      <Loaded from={course} skeleton={['title', 82, 'rule', 70, 54]}>
        {(data) => {
          const found = data.modules.find((one) => one.nodeId === moduleId);
          return found === undefined ? (
            <NotFound page />
          ) : (
            <ModuleView course={data} module={found} enrolmentId={enrolmentId} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function ModuleView(props: {
  readonly course: Course;
  readonly module: Module;
  readonly enrolmentId: string;
}) {
  const { t, locale } = useMessages(messages);
  const study = useMessages(studyMessages);
  const { module } = props;
  const name = t('module', { label: module.label });
  return (
    <>
      <Breadcrumbs
        label={t('crumbs')}
        trail={[{ href: href('course'), title: t('title') }, { title: name }]}
      />
      <PageHead
        title={pick(locale, module.title, module.titleEn)}
        below={<EditionLine course={props.course} module={module} />}
      />
      <Columns
        side={
          <WholeCourse course={props.course} current={module} enrolmentId={props.enrolmentId} />
        }
      >
        <Stack gap={2}>
          <Row>
            <PeriodSquares label={t('hoursLabel', module.hours)} marks={hourMarks(module.hours)} />
            <b>{study.t('periods', { count: periodsOf(module) })}</b>
          </Row>
          <Legend
            items={(['theory', 'discussion', 'practice'] as const)
              .filter((kind) => module.hours[kind] > 0)
              .map((kind) => ({
                swatch: kind,
                text: study.t(kind, { count: module.hours[kind] }),
              }))}
          />
          {module.summary !== null && (
            <p className={text.read}>{pick(locale, module.summary, module.summaryEn)}</p>
          )}
        </Stack>
        <Section
          title={t('lessons')}
          aside={
            <span className={text.soft}>
              {t('lessonsOf', { done: module.lessonsDone, total: module.lessonsTotal })}
            </span>
          }
        >
          <ModuleItems module={module} enrolmentId={props.enrolmentId} />
        </Section>
      </Columns>
    </>
  );
}

function EditionLine({ course, module }: { readonly course: Course; readonly module: Module }) {
  const study = useMessages(studyMessages);
  const format = useFormat();
  const { edition } = course.summary;
  return (
    <p className={text.soft}>
      <b>
        {study.t('edition', { label: edition.label })}
        {edition.forceFrom !== null &&
          ` · ${study.t('effectiveFrom', { date: format.date(edition.forceFrom) })}`}
      </b>{' '}
      · {module.code} · {study.t(module.kind)}
    </p>
  );
}
