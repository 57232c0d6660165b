import type { ReactNode } from 'react';
import type { readLessonHistory, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import { cx } from '../../../ui/class-names.js';
import { Tag } from '../../../ui/tag.js';
import text from '../../../ui/text.module.css';
import styles from './history.module.css';
import { messages } from './messages/index.js';

/** What readers are told of an edition that changed something. */
export type EditionStep = Pick<
  ResponseOf<typeof readLessonHistory>['steps'][number],
  'edition' | 'reason' | 'reasonEn'
>;

/** One edition on the line: its number and day, the decision and who signed it, why, and what it did. */
export function HistoryItem(props: {
  readonly id?: string | undefined;
  readonly step: EditionStep;
  /** Whether this is the edition that is read. */
  readonly here: boolean;
  readonly children: ReactNode;
}) {
  const { t, locale } = useMessages(messages);
  const { step, here } = props;
  const { edition, reason, reasonEn } = step;
  return (
    <li id={props.id} tabIndex={-1} className={cx(styles.item, here && styles.here)}>
      <h2 className={styles.edition}>
        <EditionName edition={edition} /> {here && <Tag look="accent">{t('here')}</Tag>}
      </h2>
      <DecisionLine edition={edition} />
      {reason !== '' && <p lang={langOf(locale, reasonEn)}>{pick(locale, reason, reasonEn)}</p>}
      <Withdrawn edition={edition} />
      {props.children}
    </li>
  );
}

function EditionName({ edition: { label, forceFrom } }: Pick<EditionStep, 'edition'>) {
  const { t } = useMessages(messages);
  const format = useFormat();
  if (forceFrom === null) return <>{t('editionPlain', { label })}</>;
  return <>{t('editionFrom', { label, date: format.date(forceFrom) })}</>;
}

function DecisionLine({ edition }: Pick<EditionStep, 'edition'>) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { decisionNo: no, decisionDate, signer } = edition;
  const facts = [
    no === null || decisionDate === null
      ? (no ?? '')
      : t('decision', { no, date: format.date(decisionDate) }),
    signer === null ? '' : t('signed', { name: signer }),
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? null : <p className={text.soft}>{facts.join(' · ')}</p>;
}

function Withdrawn({ edition: { label, withdrawnFrom } }: Pick<EditionStep, 'edition'>) {
  const { t } = useMessages(messages);
  const format = useFormat();
  if (withdrawnFrom === null) return null;
  return (
    <p className={text.warn}>{t('withdrawnFrom', { label, date: format.date(withdrawnFrom) })}</p>
  );
}
