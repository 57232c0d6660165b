import type { readStudyCourse, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import {
  CircleCheckIcon,
  CircleDashedIcon,
  LockIcon,
  NotebookTextIcon,
  type IconType,
} from '../../../ui/icons.js';
import { PageHead, Section } from '../../../ui/layout.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { hourMarks, PeriodSquares } from '../../../ui/periods.js';
import { Status, type Tone } from '../../../ui/tag.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { messages as studyMessages } from '../../study/messages/index.js';
import { useReason } from '../../study/reason.js';
import { ChoiceForm } from './choice-form.js';
import { messages } from './messages/index.js';

export type Course = ResponseOf<typeof readStudyCourse>;
export type Module = Course['modules'][number];

/** A course with its topics on hairlines: hours, state, reason. */
export function CourseOutline(props: {
  readonly course: Course;
  readonly enrolmentId: string;
  readonly heading: boolean;
}) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const study = useMessages(studyMessages);
  const { summary, modules, groups } = props.course;
  return (
    <>
      <PageHead
        above={`${t('cohort', { code: summary.cohortCode })} · ${t('until', { date: format.date(summary.closesOn) })}`}
        title={pick(locale, summary.courseTitle, summary.courseTitleEn)}
        below={
          <p className={text.soft}>
            <b>{study.t('edition', { label: summary.edition.label })}</b>
            {summary.edition.forceFrom !== null &&
              ` · ${study.t('effectiveFrom', { date: format.date(summary.edition.forceFrom) })}`}
          </p>
        }
      />
      {groups
        .filter((group) => group.mayChoose)
        .map((group) => (
          <ChoiceForm
            key={group.code}
            group={group}
            modules={modules}
            enrolmentId={props.enrolmentId}
          />
        ))}
      <Section
        title={t('modules')}
        aside={
          <span className={text.soft}>
            {t('lessonsOf', { done: summary.lessonsDone, total: summary.lessonsTotal })} ·{' '}
            {study.t('periodsOf', { done: summary.periodsDone, total: summary.periodsTotal })}
          </span>
        }
      >
        <RowList>
          {modules.map((module) => (
            <ModuleRow key={module.nodeId} module={module} enrolmentId={props.enrolmentId} />
          ))}
        </RowList>
      </Section>
    </>
  );
}

function ModuleRow({
  module,
  enrolmentId,
}: {
  readonly module: Module;
  readonly enrolmentId: string;
}) {
  const { t, locale } = useMessages(messages);
  const say = useReason();
  return (
    <ListRow
      icon={NotebookTextIcon}
      href={href('module', { enrolmentId, moduleId: module.nodeId })}
      title={`${module.code}. ${pick(locale, module.title, module.titleEn)}`}
      sub={
        <>
          <ModuleState module={module} /> ·{' '}
          {t('lessonsOf', { done: module.lessonsDone, total: module.lessonsTotal })}
          {module.reason !== null && ` · ${say(module.reason)}`}
        </>
      }
      end={<ModuleHours module={module} />}
    />
  );
}

/** Squares of a topic's hours by kind; readers hear them in words. */
export function ModuleHours({ module }: { readonly module: Module }) {
  const { t } = useMessages(messages);
  return (
    <PeriodSquares
      label={t('hoursLabel', module.hours)}
      marks={hourMarks(module.hours)}
      layout="small"
    />
  );
}

interface Look {
  readonly icon: IconType;
  readonly tone?: Tone;
  readonly key: 'done' | 'open' | 'notStarted' | 'locked' | 'notChosen';
}

function lookOf(module: Module): Look {
  if (!module.chosen) return { icon: CircleDashedIcon, key: 'notChosen' };
  if (module.state === 'done') return { icon: CircleCheckIcon, tone: 'ok', key: 'done' };
  if (module.state === 'locked') return { icon: LockIcon, tone: 'warn', key: 'locked' };
  return {
    icon: CircleDashedIcon,
    key: module.lessonsDone > 0 || module.state === 'started' ? 'open' : 'notStarted',
  };
}

/** Where a topic stands, in icon, word and colour. */
export function ModuleState({ module }: { readonly module: Module }) {
  const { t } = useMessages(messages);
  const { icon, tone, key } = lookOf(module);
  return (
    <Status icon={icon} tone={tone}>
      {t(key)}
    </Status>
  );
}
