import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import { ShortText } from '../../../reader/short-text-view.js';
import { Section } from '../../../ui/layout.js';
import { Disclosure } from '../../../ui/lists.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages/index.js';
import type { Report } from './report-page.js';
import styles from './report.module.css';

type Task = Report['task'];

/** What is to be written; folded away once it is handed in. */
export function ReportTask({ task, open }: { readonly task: Task; readonly open: boolean }) {
  const { t, locale } = useMessages(messages);
  return (
    <Section title={t('task')}>
      <Disclosure summary={t('taskShow')} open={open}>
        <ShortText
          markdown={pick(locale, task.task, task.taskEn)}
          lang={langOf(locale, task.taskEn)}
        />
      </Disclosure>
    </Section>
  );
}

/** How the report is marked: each criterion with its levels, and what was given. */
export function Rubric({ report }: { readonly report: Report }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { rubric, maxPoints, passPoints } = report.task;
  return (
    <Section title={t('rubric')}>
      <p className={text.sm}>
        {t('rubricText', {
          max: format.number(maxPoints / 100),
          pass: format.number(passPoints / 100),
        })}
      </p>
      <ul className={styles.rubric}>
        {rubric.map((criterion) => (
          <li key={criterion.id}>
            <Criterion criterion={criterion} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Criterion({ criterion }: { readonly criterion: Task['rubric'][number] }) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const name = pick(locale, criterion.criterion, criterion.criterionEn);
  const points = t('points', { count: criterion.points / 100 });
  if (criterion.levels.length === 0) {
    return (
      <p>
        {name} <span className={text.soft}>{points}</span>
      </p>
    );
  }
  return (
    <Disclosure
      summary={
        <span>
          {name} <span className={styles.points}>{points}</span>
        </span>
      }
    >
      <dl className={styles.levels}>
        {criterion.levels.map((level) => (
          <div key={level.points}>
            <dt>
              <span lang="vi">{level.label}</span>
              <span>{format.number(level.points / 100)}</span>
            </dt>
            <dd lang={langOf(locale, level.textEn)}>{pick(locale, level.text, level.textEn)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
