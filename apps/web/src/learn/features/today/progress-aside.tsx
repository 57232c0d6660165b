import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { cx } from '../../../ui/class-names.js';
import { Row, Section, Stack } from '../../../ui/layout.js';
import { Link } from '../../../ui/link.js';
import { PeriodSquares, progressMarks } from '../../../ui/periods.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { messages as studyMessages } from '../../study/messages/index.js';
import { messages } from './messages/index.js';
import type { Summary } from './next-card.js';

/** Progress in the notebook's own squares, beside the task. */
export function ProgressAside({ summary }: { readonly summary: Summary }) {
  const { t, locale } = useMessages(messages);
  const study = useMessages(studyMessages);
  const { periodsDone: done, periodsTotal: total, enrolmentId } = summary;
  return (
    <Section
      title={t('progress')}
      aside={<Link href={href('certificate', { enrolmentId })}>{t('conditions')}</Link>}
    >
      <Stack>
        <Row>
          <PeriodSquares
            label={t('progressLabel', { done, total })}
            marks={progressMarks(done, total)}
            layout="week"
          />
          <p>
            <span className={text.big}>{done}</span>
            {study.t('periodsOf', { done: '', total })}
          </p>
        </Row>
        <Stack gap={2}>
          <p>{t('lessons', { done: summary.lessonsDone, total: summary.lessonsTotal })}</p>
          <p className={cx(text.sm, text.soft)}>{t('perSquare')}</p>
          <p className={cx(text.sm, text.soft)}>
            {summary.cohortCode} · {pick(locale, summary.courseTitle, summary.courseTitleEn)}
            <br />
            {study.t('edition', { label: summary.edition.label })}
          </p>
        </Stack>
      </Stack>
    </Section>
  );
}
