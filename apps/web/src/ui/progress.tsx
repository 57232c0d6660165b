import type { ReactNode } from 'react';
import { cx } from './class-names.js';
import styles from './progress.module.css';

/** Parts of one thing, one after the other: `done` whole ones, the next half when `now`. */
export function Segments(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly now?: boolean | undefined;
  readonly className?: string | undefined;
}) {
  const state = (index: number) => {
    if (index < props.done) return styles.isDone;
    return props.now && index === props.done ? styles.isNow : undefined;
  };
  return (
    <div className={cx(styles.segs, props.className)} role="img" aria-label={props.label}>
      {Array.from({ length: props.total }, (_, index) => (
        <i key={index} className={state(index)} />
      ))}
    </div>
  );
}

/** Bars of several shares under each other: name, bar, words. */
export function Bars(props: {
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly share: number;
    readonly say: ReactNode;
  }[];
}) {
  return (
    <div className={styles.bars}>
      {props.rows.map(({ key, ...row }) => (
        <BarRow key={key} {...row} />
      ))}
    </div>
  );
}

function BarRow(props: {
  readonly name: ReactNode;
  readonly share: number;
  readonly say: ReactNode;
}) {
  return (
    <>
      <span>{props.name}</span>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: percent(props.share) }} />
      </span>
      <span>{props.say}</span>
    </>
  );
}

/** Long work: what is done of all; what failed is hatched at its end. */
export function Track(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly failed?: number | undefined;
  readonly size?: 'tall' | 'slim' | undefined;
}) {
  const { done, total, failed = 0 } = props;
  const share = total === 0 ? 0 : done / total;
  return (
    <div
      className={cx(styles.track, props.size && styles[props.size])}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <i style={{ width: percent(share) }} />
      {failed > 0 && (
        <i
          className={styles.failed}
          style={{ left: percent(share), right: 'auto', width: percent(failed / total) }}
        />
      )}
    </div>
  );
}

function percent(share: number): string {
  return `${Math.min(100, Math.max(0, share * 100))}%`;
}
