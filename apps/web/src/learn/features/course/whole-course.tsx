import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Section } from '../../../ui/layout.js';
import { Link } from '../../../ui/link.js';
import { href } from '../../routes.js';
import { ModuleHours, type Course, type Module } from './course-outline.js';
import { messages } from './messages/index.js';
import styles from './whole-course.module.css';

/** Periods of a topic, of every kind. */
export function periodsOf({ hours }: Pick<Module, 'hours'>): number {
  return hours.theory + hours.discussion + hours.practice;
}

/** All topics beside the one that is open: the way to the next, and hours that add up. */
export function WholeCourse(props: {
  readonly course: Course;
  readonly current: Module;
  readonly enrolmentId: string;
}) {
  const { t, locale } = useMessages(messages);
  const { enrolmentId, current } = props;
  const modules = props.course.modules.filter((module) => module.chosen);
  return (
    <Section title={t('wholeCourse', { count: props.course.summary.periodsTotal })}>
      <ul className={styles.topics}>
        {modules.map((module) => (
          <li key={module.nodeId}>
            <Link
              href={href('module', { enrolmentId, moduleId: module.nodeId })}
              aria-current={module.nodeId === current.nodeId ? 'page' : undefined}
            >
              <b>{module.code}</b> {pick(locale, module.title, module.titleEn)}
            </Link>
            <ModuleHours module={module} />
            <span>{periodsOf(module)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
