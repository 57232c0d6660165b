import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { MessageSquareTextIcon } from '../../../ui/icons.js';
import { Note } from '../../../ui/banner.js';
import { Row, Section } from '../../../ui/layout.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { Score } from '../../../ui/quiz-parts.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages/index.js';
import type { Report } from './report-page.js';
import styles from './report.module.css';

type Mark = NonNullable<Report['mark']>;
type Task = Report['task'];

/** The mark by criterion, and what the marker wrote. */
export function ReportMark({ task, mark }: { readonly task: Task; readonly mark: Mark }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (
    <Section title={t('mark')}>
      <Row>
        <Score value={format.mark(mark.points)} outOf={format.number(mark.maxPoints / 100)} />
        <p className={text.soft}>
          {t(mark.passed ? 'markPassed' : 'markFailed', {
            pass: format.number(task.passPoints / 100),
          })}
          <br />
          {t('markedAt', { time: format.dateTime(mark.markedAt) })}
        </p>
      </Row>
      {mark.comment !== '' && (
        <Note look="plain" icon={MessageSquareTextIcon}>
          <b>{t('comment')}</b>
          <p className={styles.comment}>{mark.comment}</p>
        </Note>
      )}
      <RowList>
        {task.rubric.map((criterion) => (
          <GivenRow key={criterion.id} criterion={criterion} mark={mark} />
        ))}
      </RowList>
    </Section>
  );
}

function GivenRow(props: { readonly criterion: Task['rubric'][number]; readonly mark: Mark }) {
  const { locale } = useMessages(messages);
  const format = useFormat();
  const { criterion, mark } = props;
  const given = mark.criteria.find((one) => one.id === criterion.id)?.points ?? 0;
  // The level reached: the highest one whose points were given.
  const level = criterion.levels
    .filter((one) => one.points <= given)
    .reduce<(typeof criterion.levels)[number] | undefined>(
      (best, one) => (best === undefined || one.points > best.points ? one : best),
      undefined,
    );
  return (
    <ListRow
      title={pick(locale, criterion.criterion, criterion.criterionEn)}
      sub={level === undefined ? undefined : pick(locale, level.text, level.textEn)}
      end={
        <span className={text.num}>
          {format.number(given / 100)}/{format.number(criterion.points / 100)}
        </span>
      }
    />
  );
}
