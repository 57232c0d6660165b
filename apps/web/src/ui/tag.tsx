import type { ReactNode } from 'react';
import { useFormat } from '../lib/i18n/format.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { cx } from './class-names.js';
import {
  CircleAlertIcon,
  CloudUploadIcon,
  LandmarkIcon,
  PencilLineIcon,
  SmartphoneIcon,
  type IconType,
} from './icons.js';
import { messages } from './messages/index.js';
import styles from './tag.module.css';

export type Tone = 'ok' | 'warn' | 'bad' | 'info';

/** A small label of state: `tone` for state, `accent` for what is one's own, `line` for what is over. */
export function Tag(props: {
  readonly look?: Tone | 'accent' | 'line' | undefined;
  readonly icon?: IconType | undefined;
  readonly children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <span className={cx(styles.tag, props.look && styles[props.look])}>
      {Icon && <Icon />}
      {props.children}
    </span>
  );
}

const toneClass = { ok: styles.isOk, warn: styles.isWarn, bad: styles.isBad, info: styles.isInfo };

/** A state in words: always icon, word and colour together. */
export function Status(props: {
  readonly tone?: Tone | undefined;
  readonly icon: IconType;
  readonly children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <span className={cx(styles.status, props.tone ? toneClass[props.tone] : styles.isSoft)}>
      <Icon />
      <span>{props.children}</span>
    </span>
  );
}

/** Where what was typed has got to. */
export type Saved =
  | { readonly at: 'typing' | 'device' | 'waiting' | 'failed' }
  | { readonly at: 'office'; readonly time: string };

const savedIcons: Readonly<Record<Saved['at'], IconType>> = {
  typing: PencilLineIcon,
  device: SmartphoneIcon,
  waiting: CloudUploadIcon,
  failed: CircleAlertIcon,
  office: LandmarkIcon,
};
const savedTone = {
  typing: '',
  device: '',
  waiting: styles.isWarn,
  failed: styles.isBad,
  office: styles.isOk,
};
const savedKey = {
  typing: 'typing',
  device: 'onDevice',
  waiting: 'waiting',
  failed: 'failed',
} as const;

/** "trên máy này" and "Sở đã nhận" are two facts: says which holds, and when the office received it. */
export function SavedState({ saved }: { readonly saved: Saved }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const Icon = savedIcons[saved.at];
  return (
    <span className={cx(styles.saved, savedTone[saved.at])} role="status">
      <Icon />
      {saved.at === 'office'
        ? t('received', { time: format.time(saved.time) })
        : t(savedKey[saved.at])}
    </span>
  );
}
