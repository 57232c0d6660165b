import type { ReactNode } from 'react';
import { cx } from '../../ui/class-names.js';
import {
  CheckIcon,
  CircleXIcon,
  MinusIcon,
  MoveVerticalIcon,
  PencilIcon,
  PlusIcon,
  TriangleAlertIcon,
  type IconType,
} from '../../ui/icons.js';
import styles from './marks.module.css';

/** What happened to a thing between two states of the curriculum. */
export type Change = 'added' | 'changed' | 'moved' | 'removed' | 'same';

const changeIcons: Readonly<Record<Exclude<Change, 'same'>, IconType>> = {
  added: PlusIcon,
  changed: PencilIcon,
  moved: MoveVerticalIcon,
  removed: MinusIcon,
};

/** A change in sign, word and colour. */
export function ChangeMark(props: { readonly change: Change; readonly children: ReactNode }) {
  const Icon = props.change === 'same' ? undefined : changeIcons[props.change];
  return (
    <span className={cx(styles.k, styles[props.change])}>
      {Icon && <Icon />}
      {props.children}
    </span>
  );
}

/** How many words came and went. */
export function PlusMinus(props: { readonly plus: number; readonly minus: number }) {
  return (
    <span className={styles.pm}>
      {props.plus > 0 && <span className={styles.plus}>+{props.plus}</span>}
      {props.minus > 0 && <span className={styles.minus}>−{props.minus}</span>}
    </span>
  );
}

export interface Check {
  readonly key: string;
  readonly verdict: 'yes' | 'no' | 'warn';
  readonly text: ReactNode;
}

const checkIcons = { yes: CheckIcon, no: CircleXIcon, warn: TriangleAlertIcon };

/** What holds and what does not, each in words. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className={styles.chk}>
      {checks.map((check) => {
        const Icon = checkIcons[check.verdict];
        return (
          <li key={check.key} className={styles[check.verdict]}>
            <Icon />
            <span>{check.text}</span>
          </li>
        );
      })}
    </ul>
  );
}

export type StripMark = 'done' | 'now' | 'absent' | 'madeUp' | 'open';

/** Periods of a module in one cell of a dense table; the label says them in words. */
export function PeriodStrip(props: {
  readonly label: string;
  readonly marks: readonly StripMark[];
}) {
  return (
    <span className={styles.os} role="img" aria-label={props.label}>
      {props.marks.map((mark, index) => (
        <i key={index} className={mark === 'open' ? undefined : styles[mark]} />
      ))}
    </span>
  );
}

/** Explains the squares of `PeriodStrip`. */
export function StripLegend(props: {
  readonly items: readonly { readonly mark: StripMark; readonly text: string }[];
}) {
  return (
    <span className={styles.lg}>
      {props.items.map(({ mark, text }) => (
        <span key={mark}>
          <span className={styles.os} aria-hidden="true">
            <i className={mark === 'open' ? undefined : styles[mark]} />
          </span>
          {text}
        </span>
      ))}
    </span>
  );
}

/** A value from 0 to 1 as a bar on its good range; red outside. */
export function MiniBar(props: {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}) {
  const good = props.value >= props.from && props.value <= props.to;
  return (
    <svg className={styles.mini} viewBox="0 0 72 14" aria-hidden="true">
      <rect className={styles.miniGround} width="72" height="14" />
      <rect
        className={styles.miniRange}
        x={props.from * 72}
        width={(props.to - props.from) * 72}
        height="14"
      />
      <rect
        className={good ? styles.miniValue : styles.miniOut}
        y="4"
        width={Math.max(1, props.value * 72)}
        height="6"
      />
    </svg>
  );
}

/** Paper on the desk: light in both themes. */
export function PaperSheet({ children }: { readonly children: ReactNode }) {
  return <div className={styles.sheet}>{children}</div>;
}
