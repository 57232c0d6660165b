import { useMessages } from '../../../lib/i18n/catalogue.js';
import styles from './editor.module.css';
import { messages } from './messages/index.js';

/** How many words the text has and how long it takes to read; on two lines where the toolbar is short of room. */
export function TextLength(props: { readonly words: number; readonly minutes: number }) {
  const { t } = useMessages(messages);
  return <span className={styles.size}>{t('size', props)}</span>;
}
