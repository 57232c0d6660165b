import { MessageSquarePlusIcon } from '../../../ui/icons.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import styles from './threads.module.css';

/** The way to comment on one block, for keyboard and finger. */
export function CommentButton(props: { readonly block: string; readonly onPress: () => void }) {
  const { t } = useMessages(messages);
  const label = t('commentBlock', { block: props.block });
  return (
    <button
      type="button"
      className={styles.add}
      aria-label={label}
      title={label}
      onClick={props.onPress}
    >
      <MessageSquarePlusIcon />
    </button>
  );
}
