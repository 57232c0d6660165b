import type { ReactNode } from 'react';
import { cx } from './class-names.js';
import { useId } from 'react';
import { ChevronRightIcon } from './icons.js';
import { Link } from './link.js';
import styles from './layout.module.css';
import text from './text.module.css';

interface Children {
  readonly children: ReactNode;
}

/** One under the other with 16 px between (`2`: 8 px, `8`: 32 px). */
export function Stack({ gap, children }: Children & { readonly gap?: 2 | 8 }) {
  const of = { 2: styles.stack2, 8: styles.stack8 };
  return <div className={gap === undefined ? styles.stack : of[gap]}>{children}</div>;
}

/** Side by side, wrapping. */
export function Row({ between = false, children }: Children & { readonly between?: boolean }) {
  return <div className={cx(styles.row, between && styles.between)}>{children}</div>;
}

/** Takes the room that is left in a row. */
export function Grow({ children }: Partial<Children>) {
  return <span className={styles.grow}>{children}</span>;
}

/** The content of a page of the trainee's shell; `narrow` for one column of reading or a form. */
export function Page({ narrow = false, children }: Children & { readonly narrow?: boolean }) {
  return <div className={narrow ? styles.narrow : styles.page}>{children}</div>;
}

/** Title of a page: what stands above it, the one `h1`, what stands below. */
export function PageHead(props: {
  readonly above?: ReactNode;
  readonly title: ReactNode;
  readonly below?: ReactNode;
}) {
  return (
    <div className={styles.pageH}>
      {props.above !== undefined && <p className={styles.above}>{props.above}</p>}
      <h1 tabIndex={-1}>{props.title}</h1>
      {props.below}
    </div>
  );
}

/** A section with its heading on a line and, at its end, a link or a count. */
export function Section(props: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.sec} aria-labelledby={id}>
      <div className={styles.secH}>
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

/** Content beside a column of 328 px; one under the other below 1040 px. */
export function Columns({ side, children }: Children & { readonly side: ReactNode }) {
  return (
    <div className={styles.cols}>
      <div>{children}</div>
      <div className={styles.side}>{side}</div>
    </div>
  );
}

/** A bordered panel: something that is a thing of its own. */
export function Panel({ children }: Children) {
  return <div className={styles.panel}>{children}</div>;
}

/** A sunken ground for what is only there to be looked at. */
export function Well({ children }: Children) {
  return <div className={styles.well}>{children}</div>;
}

/** Two panes (or three) to compare. */
export function Split({ three = false, children }: Children & { readonly three?: boolean }) {
  return <div className={cx(styles.split, three && styles.split3)}>{children}</div>;
}

/** Where the page is: links from the top, the page itself last. */
export function Breadcrumbs(props: {
  readonly label: string;
  readonly trail: readonly { readonly href?: string | undefined; readonly title: string }[];
}) {
  return (
    <nav aria-label={props.label}>
      <ol className={styles.crumbs}>
        {props.trail.map(({ href, title }, index) => (
          <li key={title}>
            {index > 0 && <ChevronRightIcon />}
            {href === undefined ? (
              <span aria-current="page">{title}</span>
            ) : (
              <Link href={href}>{title}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Small print at the end of a page. */
export function PageFoot({ children }: Children) {
  return <p className={styles.foot}>{children}</p>;
}

/** Read by readers, not seen. */
export function VisuallyHidden({ children }: Children) {
  return <span className={text.vh}>{children}</span>;
}

/** First link of a page: past the navigation to the content. */
export function SkipLink({ children }: Children) {
  return (
    <a className={styles.skip} href="#main">
      {children}
    </a>
  );
}
