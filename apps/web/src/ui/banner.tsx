import type { ReactNode } from 'react';
import { useMessages } from '../lib/i18n/catalogue.js';
import { useOnline } from '../lib/online.js';
import { cx } from './class-names.js';
import {
  CircleCheckIcon,
  CircleXIcon,
  InfoIcon,
  TriangleAlertIcon,
  WifiOffIcon,
  type IconType,
} from './icons.js';
import { messages } from './messages/index.js';
import styles from './banner.module.css';

export type NoteLook = 'info' | 'warn' | 'bad' | 'ok' | 'plain';

const noteIcons: Readonly<Record<NoteLook, IconType>> = {
  info: InfoIcon,
  warn: TriangleAlertIcon,
  bad: CircleXIcon,
  ok: CircleCheckIcon,
  plain: InfoIcon,
};

/** A remark inside a page. `alert` makes readers say it at once: for what has just gone wrong. */
export function Note(props: {
  readonly look?: NoteLook | undefined;
  readonly icon?: IconType | undefined;
  readonly alert?: boolean | undefined;
  readonly children: ReactNode;
}) {
  const look = props.look ?? 'info';
  const Icon = props.icon ?? noteIcons[look];
  return (
    <div
      className={cx(styles.note, look !== 'info' && styles[look])}
      role={props.alert ? 'alert' : undefined}
    >
      <Icon />
      <div className={styles.body}>{props.children}</div>
    </div>
  );
}

/** A strip over the whole width, under the top bar. */
export function Banner(props: {
  readonly look?: 'info' | 'warn' | 'bad' | 'ok' | 'off' | undefined;
  readonly icon?: IconType | undefined;
  readonly children: ReactNode;
}) {
  const look = props.look ?? 'info';
  const Icon = props.icon ?? (look === 'off' ? WifiOffIcon : noteIcons[look]);
  return (
    <div className={cx(styles.banner, look !== 'info' && styles[look])} role="status">
      <Icon />
      <p>{props.children}</p>
    </div>
  );
}

/** The dark band that stays while there is no network and says what still works. */
export function OfflineBand({ children }: { readonly children?: ReactNode }) {
  const { t } = useMessages(messages);
  return useOnline() ? null : <Banner look="off">{children ?? t('offlineBand')}</Banner>;
}
