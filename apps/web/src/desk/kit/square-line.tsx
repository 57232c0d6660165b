import type { ReactNode } from 'react';
import { cx } from '../../ui/class-names.js';
import styles from './square-line.module.css';

export interface Stop {
  readonly key: string;
  /** Behind us, where we are, called off, or still to come. */
  readonly mark: 'past' | 'now' | 'gone' | 'open';
  readonly title: ReactNode;
  /** A day, in most cases. */
  readonly value?: ReactNode;
}

/** Things in the order in which they happen, on one line. */
export function SquareLine(props: { readonly label: string; readonly stops: readonly Stop[] }) {
  return (
    <ol className={styles.line} aria-label={props.label}>
      {props.stops.map(({ key, mark, title, value }) => (
        <li
          key={key}
          className={cx(mark === 'now' && styles.isNow)}
          aria-current={mark === 'now' ? 'step' : undefined}
        >
          <i className={cx(styles.square, mark !== 'open' && styles[mark])} aria-hidden="true" />
          <span>{title}</span>
          {value !== undefined && <b>{value}</b>}
        </li>
      ))}
    </ol>
  );
}
