import { useMessages } from '../../../lib/i18n/catalogue.js';
import { HistoryIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { href } from '../../routes.js';
import styles from './history.module.css';
import { messages } from './messages/index.js';

/** The way from a block of a comparison to the history of that passage. */
export function PassageWay(props: {
  readonly courseId: string;
  readonly nodeId: string;
  readonly blockId: string;
  /** "đoạn 4" */
  readonly name: string;
}) {
  const { t } = useMessages(messages);
  const { courseId, nodeId, blockId } = props;
  const label = t('passageOf', { block: props.name });
  return (
    <Link
      className={styles.way}
      href={href('passageHistory', { courseId, nodeId, blockId })}
      aria-label={label}
      title={label}
    >
      <HistoryIcon />
    </Link>
  );
}
