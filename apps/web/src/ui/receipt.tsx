import { useFormat } from '../lib/i18n/format.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { cx } from './class-names.js';
import { LandmarkIcon, SmartphoneIcon } from './icons.js';
import { messages } from './messages/index.js';
import styles from './receipt.module.css';

/** Two facts, always apart: what is on this device, and what the office has received. The wire is solid when both agree. */
export function Receipt(props: {
  /** What is kept here: "12 câu", and when. */
  readonly device: { readonly what: string; readonly at?: string | undefined };
  readonly office: { readonly what: string; readonly at?: string | undefined };
  /** Everything has arrived. */
  readonly complete: boolean;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const time = (at: string | undefined) => (at === undefined ? '' : `, ${format.time(at)}`);
  return (
    <p className={styles.receipt} role="status">
      <span className={styles.stop}>
        <SmartphoneIcon />
        <span>
          {t('stopDevice')}
          <br />
          <b>{props.device.what}</b>
          {time(props.device.at)}
        </span>
      </span>
      <span className={cx(styles.wire, props.complete && styles.isOpen)} aria-hidden="true" />
      <span className={styles.stop}>
        <LandmarkIcon />
        <span>
          {t('stopOffice')}
          <br />
          <b>{props.office.what}</b>
          {time(props.office.at)}
        </span>
      </span>
    </p>
  );
}
