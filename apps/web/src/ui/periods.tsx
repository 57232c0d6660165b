import type { ReactNode } from 'react';
import { cx } from './class-names.js';
import styles from './periods.module.css';

/** What one period (tiết) is: its kind where a plan is shown, its state where progress is. */
export type PeriodMark =
  'theory' | 'discussion' | 'practice' | 'done' | 'now' | 'absent' | 'added' | 'open';

/** Ô tiết: one square is one period. `week` puts eight in a row (a day each). The label says it in words. */
export function PeriodSquares(props: {
  readonly label: string;
  readonly marks: readonly PeriodMark[];
  readonly layout?: 'line' | 'week' | 'small' | undefined;
}) {
  const layout = props.layout ?? 'line';
  return (
    <span
      className={cx(styles.o, layout !== 'line' && styles[layout])}
      role="img"
      aria-label={props.label}
    >
      {props.marks.map((mark, index) => (
        <i key={index} className={mark === 'open' ? undefined : styles[mark]} />
      ))}
    </span>
  );
}

/** Marks for progress: `done` periods, one at hand if `now`, the rest open. */
export function progressMarks(done: number, total: number, now = true): readonly PeriodMark[] {
  return Array.from({ length: total }, (_, index) => {
    if (index < done) return 'done';
    return now && index === done ? 'now' : 'open';
  });
}

/** Marks for hours by kind: theory, then discussion, then practice. */
export function hourMarks(hours: {
  readonly theory: number;
  readonly discussion: number;
  readonly practice: number;
}): readonly PeriodMark[] {
  return (['theory', 'discussion', 'practice'] as const).flatMap((kind) =>
    Array.from({ length: Math.round(hours[kind]) }, () => kind),
  );
}

export type Swatch =
  | 'received'
  | 'kept'
  | 'flagged'
  | 'now'
  | 'done'
  | 'theory'
  | 'discussion'
  | 'practice'
  | 'absent'
  | 'open';

/** Explains squares: a swatch and its words each. */
export function Legend(props: {
  readonly items: readonly { readonly swatch: Swatch; readonly text: ReactNode }[];
}) {
  return (
    <div className={styles.legend}>
      {props.items.map((item) => (
        <span key={item.swatch}>
          <i className={cx(styles.sw, item.swatch !== 'open' && styles[item.swatch])} />
          {item.text}
        </span>
      ))}
    </div>
  );
}
