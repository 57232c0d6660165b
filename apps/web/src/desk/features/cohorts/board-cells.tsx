import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat, type Format } from '../../../lib/i18n/format.js';
import { TriangleAlertIcon } from '../../../ui/icons.js';
import { Status } from '../../../ui/tag.js';
import text from '../../../ui/text.module.css';
import { daysBetween, lacksOf, type BoardRow } from './board-model.js';
import styles from './board.module.css';
import { messages } from './messages/index.js';

type Words = ReturnType<typeof useMessages<(typeof messages)['vi']>>['t'];

/** Where the reflective report stands. */
export function ReportState({ row }: { readonly row: BoardRow }) {
  const { t } = useMessages(messages);
  const words = {
    none: t('reportNone'),
    draft: t('reportDraft'),
    submitted: t('reportSubmitted'),
    returned: t('reportReturned'),
    marked: t('reportMarked'),
  };
  return <span className={row.report === 'none' ? text.soft : undefined}>{words[row.report]}</span>;
}

function wordsOf(missing: BoardRow['missing'][number], t: Words, format: Format): string {
  const { actual, required, nodeTitle } = missing;
  if (actual.kind === 'share') return t('study', { part: actual.part, whole: actual.whole });
  if (actual.kind === 'periods')
    return t('periods', { counted: actual.counted, planned: actual.planned });
  if (actual.kind === 'mark') {
    const title = nodeTitle ?? t('quiz');
    if (actual.mark === null || required.kind !== 'least-mark') return t('quizNone', { title });
    return t('quizMark', {
      title,
      mark: format.mark(actual.mark),
      need: format.mark(required.mark),
    });
  }
  return missing.code === 'data-confirmed' ? t('dataUnconfirmed') : t('other');
}

/** What is missing for the certificate, in words; what has only not come yet stays quiet. */
export function Missing({ row, running }: { readonly row: BoardRow; readonly running: boolean }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { first, others, grave } = lacksOf(row, running);
  if (first === undefined) return null;
  const words = `${wordsOf(first, t, format)}${others > 0 ? ` +${others}` : ''}`;
  if (!grave) return <span className={text.soft}>{words}</span>;
  return (
    <Status icon={TriangleAlertIcon} tone="warn">
      {words}
    </Status>
  );
}

const BAR = 9;
const TALLEST = 24;

/** How many of the class have each period of a module behind them, over the squares of the column. */
export function ShareBars({ shares }: { readonly shares: readonly number[] }) {
  const width = shares.length * (BAR - 1) + 1;
  return (
    <svg
      className={styles.shares}
      width={width}
      height={TALLEST + 1}
      viewBox={`0 0 ${width} ${TALLEST + 1}`}
      aria-hidden="true"
    >
      {shares.map((share, index) => (
        <rect
          key={index}
          x={index * (BAR - 1)}
          y={TALLEST - share * TALLEST}
          width={BAR - 2}
          height={share * TALLEST}
        />
      ))}
      <path d={`M0 ${TALLEST + 0.5}H${width}`} />
    </svg>
  );
}

/** When the person was last seen, by the calendar of Hanoi. */
export function LastSeen({ row, now }: { readonly row: BoardRow; readonly now: string }) {
  const { t } = useMessages(messages);
  if (row.online) return <b>{t('online')}</b>;
  if (row.lastSeenAt === null) return <span className={text.soft}>{t('never')}</span>;
  const days = daysBetween(row.lastSeenAt, now);
  if (days <= 0) return <>{t('today')}</>;
  return <>{days === 1 ? t('yesterday') : t('daysAgo', { count: days })}</>;
}
