import type { ReactNode } from 'react';
import { cx } from '../../ui/class-names.js';
import styles from './diff.module.css';
import type { Change } from './marks.js';

/** What is compared with what, above a comparison: its heading, how much differs, the ways to show it and back. */
export function ComparisonHead({ children }: { readonly children: ReactNode }) {
  return <header className={styles.over}>{children}</header>;
}

/** Blocks of a text with what happened to each, on the margin line. */
export function MarginDiff({ children }: { readonly children: ReactNode }) {
  return <div className={styles.dif}>{children}</div>;
}

const square: Readonly<Record<Change, string | undefined>> = {
  added: styles.added,
  changed: styles.changed,
  removed: styles.removed,
  moved: styles.relocated,
  same: styles.context,
};

/** One block: left of the line what happened, right of it the text, beside it the notes of people. */
export function DiffBlock(props: {
  readonly change: Change;
  /** In words: what happened and to which block. */
  readonly say: ReactNode;
  readonly selected?: boolean | undefined;
  readonly notes?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={cx(
        styles.db,
        square[props.change],
        props.selected && styles.isOn,
        props.notes === undefined && styles.wide,
      )}
    >
      <div className={styles.g}>{props.say}</div>
      <div className={cx(styles.tx, props.change === 'moved' && styles.moved)} lang="vi">
        {props.children}
      </div>
      {props.notes !== undefined && <div className={styles.nt}>{props.notes}</div>}
    </div>
  );
}

/** The place a block was moved away from; names the other place. */
export function MovedFrom({ children }: { readonly children: ReactNode }) {
  return <p className={styles.movedFrom}>{children}</p>;
}

/** A run of unchanged blocks, folded to a line that says how much. */
export function Fold(props: {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.fold}>
      <button type="button" aria-expanded={props.open} onClick={props.onToggle}>
        {props.children}
      </button>
    </div>
  );
}

/** Old and new in two columns. */
export function TwoViews(props: {
  readonly before: { readonly title: string; readonly text: ReactNode };
  readonly after: { readonly title: string; readonly text: ReactNode };
}) {
  return (
    <div className={styles.two}>
      <div>
        <span className={styles.vw}>{props.before.title}</span>
        {props.before.text}
      </div>
      <div>
        <span className={styles.vw}>{props.after.title}</span>
        {props.after.text}
      </div>
    </div>
  );
}
