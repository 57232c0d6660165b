import type { ReactNode } from 'react';
import styles from './reader.module.css';

/** A page of the notebook: text right of the margin line, beside it (on wide screens) the contents. */
export function Leaf(props: {
  readonly aside?: ReactNode;
  readonly asideLabel?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.wrap}>
      <main id="main" className={styles.leaf} tabIndex={-1}>
        {props.children}
      </main>
      {props.aside !== undefined && (
        <aside className={styles.aside} aria-label={props.asideLabel}>
          <div className={styles.sticky}>{props.aside}</div>
        </aside>
      )}
    </div>
  );
}

/** Where the lesson belongs, its title, and below it the edition and its date of effect. */
export function LeafHead(props: {
  readonly kicker: ReactNode;
  readonly title: ReactNode;
  readonly lang?: string | undefined;
  readonly edition: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <div className={styles.head}>
      <p className={styles.kicker} lang={props.lang}>
        {props.kicker}
      </p>
      <h1 tabIndex={-1} lang={props.lang}>
        {props.title}
      </h1>
      <p className={styles.edition}>
        <b>{props.edition}</b>
        {props.note !== undefined && (
          <>
            <br />
            {props.note}
          </>
        )}
      </p>
    </div>
  );
}
