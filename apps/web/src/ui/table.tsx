import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { useMessages } from '../lib/i18n/catalogue.js';
import { cx } from './class-names.js';
import { messages } from './messages/index.js';
import styles from './table.module.css';
import text from './text.module.css';

interface TableProps {
  /** Names the table for readers; `showCaption` shows it. */
  readonly caption: string;
  readonly children: ReactNode;
}

/** A table of a reading page; its rows become labelled lists on phones when cells have `label`. */
export function ReadingTable(props: TableProps) {
  return (
    <table className={cx(styles.tbl, styles.stack)}>
      <caption className={text.vh}>{props.caption}</caption>
      {props.children}
    </table>
  );
}

/** A table of a work page: hairlines, figures right, rows that become labelled lists on phones. */
export function WorkTable(
  props: TableProps & {
    /** Cells reach to the gutters of a body without padding. */
    readonly edge?: boolean | undefined;
    readonly stickyHead?: boolean | undefined;
    readonly className?: string | undefined;
  },
) {
  return (
    <table
      className={cx(
        styles.tw,
        styles.tl,
        props.edge && styles.edge,
        props.stickyHead && styles.stickyHead,
        props.className,
      )}
    >
      <caption className={text.vh}>{props.caption}</caption>
      {props.children}
    </table>
  );
}

/** A table whose columns are compared: it scrolls in a region of its own that keys can reach. */
export function ScrollTable(props: TableProps) {
  const { t } = useMessages(messages);
  return (
    <div
      className={styles.wrap}
      tabIndex={0}
      role="region"
      aria-label={t('scrollTable', { title: props.caption })}
    >
      <table className={styles.tbl}>
        <caption className={text.vh}>{props.caption}</caption>
        {props.children}
      </table>
    </div>
  );
}

/** A row; `selected` marks it. */
export function TableRow(
  props: ComponentPropsWithoutRef<'tr'> & { readonly selected?: boolean | undefined },
) {
  const { selected, className, ...rest } = props;
  return <tr className={cx(selected && styles.isSel, className) || undefined} {...rest} />;
}

type CellProps = ComponentPropsWithoutRef<'td'> & {
  /** Name of the column, shown beside the value on phones. */
  readonly label?: string | undefined;
  /** A figure: right, tabular. */
  readonly figure?: boolean | undefined;
  /** Left out at phone width. */
  readonly wideOnly?: boolean | undefined;
};

/** A cell. Missing is an en dash; nothing to say is empty. */
export function Cell({ label, figure, wideOnly, className, ...rest }: CellProps) {
  return (
    <td
      data-th={label}
      className={cx(figure && styles.r, wideOnly && styles.hideS, className) || undefined}
      {...rest}
    />
  );
}

/** The cell that names its row: a person or a thing. */
export function RowHead(props: ComponentPropsWithoutRef<'th'>) {
  return <th scope="row" {...props} />;
}

/** Head of a column; `sorted` marks the one that orders the table. */
export function ColumnHead(
  props: ComponentPropsWithoutRef<'th'> & {
    readonly figure?: boolean | undefined;
    readonly sorted?: 'ascending' | 'descending' | undefined;
  },
) {
  const { figure, sorted, className, ...rest } = props;
  return (
    <th
      scope="col"
      aria-sort={sorted}
      className={cx(figure && styles.r, className) || undefined}
      {...rest}
    />
  );
}

/** A box in a table that selects a row (or all). */
export function SelectBox(props: ComponentPropsWithoutRef<'input'> & { readonly label: string }) {
  const { label, ...rest } = props;
  return <input type="checkbox" className={styles.tk} aria-label={label} {...rest} />;
}
