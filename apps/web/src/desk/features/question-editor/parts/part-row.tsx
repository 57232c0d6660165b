import type { ReactNode } from 'react';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { IconButton } from '../../../../ui/button.js';
import { ChevronDownIcon, ChevronUpIcon, XIcon } from '../../../../ui/icons.js';
import { messages } from '../messages/index.js';
import styles from '../question.module.css';

/** One part of a question with its acts: up, down, away. */
export function PartRow(props: {
  readonly name: string;
  readonly editable: boolean;
  readonly mark?: ReactNode;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onRemove: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useMessages(messages);
  const { name } = props;
  return (
    <li className={styles.part}>
      <span className={styles.partMark}>{props.mark}</span>
      <div className={styles.partBody}>{props.children}</div>
      {props.editable && (
        <span className={styles.partActs}>
          <IconButton label={t('up', { name })} disabled={!props.onUp} onClick={props.onUp}>
            <ChevronUpIcon />
          </IconButton>
          <IconButton label={t('down', { name })} disabled={!props.onDown} onClick={props.onDown}>
            <ChevronDownIcon />
          </IconButton>
          <IconButton
            label={t('remove', { name })}
            disabled={!props.onRemove}
            onClick={props.onRemove}
          >
            <XIcon />
          </IconButton>
        </span>
      )}
    </li>
  );
}
