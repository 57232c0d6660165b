import type { ReactNode } from 'react';
import { cx } from '../../ui/class-names.js';
import styles from './work.module.css';

interface Children {
  readonly children: ReactNode;
}

/** Head of a work page: the one `h1`, one line of facts, the acts on the right. */
export function WorkHead(props: {
  readonly title: ReactNode;
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className={styles.wh}>
      <h1 tabIndex={-1}>{props.title}</h1>
      {props.facts !== undefined && <p className={styles.by}>{props.facts}</p>}
      {props.actions !== undefined && <div className={styles.act}>{props.actions}</div>}
    </header>
  );
}

/** Areas side by side above the work, parted by hairlines. */
export function Strip({ children, columns = 3 }: Children & { readonly columns?: 2 | 3 }) {
  return (
    <div className={cx(styles.strip, columns === 3 ? styles.strip3 : styles.strip2)}>
      {children}
    </div>
  );
}

/** The work: outline (where there are many places to go), body, right panel. They follow each other below 1040 px. */
export function Pane(props: {
  readonly outline?: ReactNode;
  readonly side?: ReactNode;
  /** The body reaches to the edges (tables with `edge`). */
  readonly flush?: boolean | undefined;
  readonly outlineLabel?: string | undefined;
  readonly sideLabel?: string | undefined;
  readonly children: ReactNode;
}) {
  const { outline, side } = props;
  const layout = paneClass(outline !== undefined, side !== undefined);
  return (
    <div className={cx(styles.pane, layout)}>
      {outline !== undefined && (
        <nav className={styles.outline} aria-label={props.outlineLabel}>
          <div className={styles.stick}>{outline}</div>
        </nav>
      )}
      <div className={cx(styles.body, props.flush && styles.flush)}>{props.children}</div>
      {side !== undefined && (
        <aside className={styles.side} aria-label={props.sideLabel} data-density="dense">
          {side}
        </aside>
      )}
    </div>
  );
}

function paneClass(outline: boolean, side: boolean): string | undefined {
  if (outline) return side ? styles.pane3 : styles.paneOut;
  return side ? undefined : styles.pane1;
}

/** A part of a panel or body with its head on an ink line; `aside` is a count or a link. */
export function Block(props: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.block}>
      <ListHead aside={props.aside}>{props.title}</ListHead>
      {props.children}
    </section>
  );
}

/** Head of a list: bold, on an ink line. */
export function ListHead(props: { readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <h2 className={styles.lh}>
      <span>{props.children}</span>
      {typeof props.aside === 'string' ? <small>{props.aside}</small> : props.aside}
    </h2>
  );
}

/** Names and values, dense. */
export function Details(props: {
  readonly rows: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={styles.dl}>
      {props.rows.map((row) => (
        <div key={row.name}>
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Filters and tools above a table; what is in `end` stands on the right. */
export function FilterBar({ children, end }: Children & { readonly end?: ReactNode }) {
  return (
    <div className={styles.bar} data-density="dense">
      {children}
      {end !== undefined && <div className={styles.push}>{end}</div>}
    </div>
  );
}

/** The acts of the page (or of the selection), at the lower edge; says first what they are about. */
export function ActDesk({ say, children }: Children & { readonly say: ReactNode }) {
  return (
    <div className={styles.actDesk}>
      <p className={styles.say}>{say}</p>
      {children}
    </div>
  );
}

/** Whether a page follows what happens ("Trực tiếp, cập nhật 09:41:20"). */
export function LiveState({ live, children }: Children & { readonly live: boolean }) {
  return (
    <span className={styles.live}>
      <span className={cx(styles.dot, !live && styles.dotOff)} />
      {children}
    </span>
  );
}

/** A hash or another code that is compared letter by letter. */
export function Hash({ children }: Children) {
  return <code className={styles.hash}>{children}</code>;
}

/** Big figures of a page in one row. */
export function Figures(props: {
  readonly figures: readonly {
    readonly key: string;
    readonly value: ReactNode;
    readonly say: ReactNode;
  }[];
}) {
  const count = props.figures.length;
  const columns = { 4: styles.figs4, 5: styles.figs5, 6: styles.figs6 }[count];
  return (
    <div className={cx(styles.figs, columns)}>
      {props.figures.map((figure) => (
        <p key={figure.key}>
          <b className={styles.big}>{figure.value}</b>
          {figure.say}
        </p>
      ))}
    </div>
  );
}

/** Keys that work on the page. */
export function KeyList(props: {
  readonly keys: readonly { readonly key: string; readonly does: string }[];
}) {
  return (
    <div className={styles.keys}>
      {props.keys.map(({ key, does }) => (
        <div key={key}>
          <span>
            <kbd>{key}</kbd>
          </span>
          <span>{does}</span>
        </div>
      ))}
    </div>
  );
}
