import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { cx } from '../../../ui/class-names.js';
import { messages } from './messages/index.js';
import styles from './register.module.css';
import type { Line } from './register-types.js';

type Amendment = Line['amendments'][number];

/** What was decided about a line later; the line itself stays as it was written. */
export function AmendmentList(props: { readonly amendments: readonly Amendment[] }) {
  const { t } = useMessages(messages);
  const { amendments } = props;
  if (amendments.length === 0) return null;
  return (
    <div className={styles.amendments}>
      {amendments.map((one) => (
        <AmendmentNote key={one.id} amendment={one} />
      ))}
      <p className={styles.soft}>{t('lineStays')}</p>
    </div>
  );
}

function AmendmentNote({ amendment }: { readonly amendment: Amendment }) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const { kind, decisionNo, decisionDate, field, oldValue, newValue, reason } = amendment;
  const word = field === null ? undefined : fieldWord(field);
  return (
    <div className={cx(styles.amendment, kind === 'revocation' && styles.revocation)}>
      <p>
        {rich('amended', {
          what: <b>{t(`amendment.${kind}`)}</b>,
          number: decisionNo,
          date: format.date(decisionDate),
        })}
      </p>
      {field !== null && (
        <p lang="vi">
          {word === undefined ? field : t(word)}: {oldValue !== null && <del>{oldValue}</del>}{' '}
          {newValue !== null && <ins>{newValue}</ins>}
        </p>
      )}
      <p className={styles.soft} lang="vi">
        {reason}
      </p>
    </div>
  );
}

const WORDS = {
  holderName: 'fullName',
  fullName: 'fullName',
  birthDate: 'birthDate',
  organisation: 'unit',
  grade: 'grade',
} as const;

function fieldWord(field: string): (typeof WORDS)[keyof typeof WORDS] | undefined {
  return Object.entries(WORDS).find(([name]) => name === field)?.[1];
}
