import { useId, type ReactNode } from 'react';
import { Link } from './link.js';
import styles from './card.module.css';

/** The index card with its tab: the one task of a page, at most one a page. */
export function TaskCard(props: {
  readonly tab: ReactNode;
  readonly title: ReactNode;
  readonly href?: string | undefined;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <p className={styles.tab}>{props.tab}</p>
      <h2 id={id}>
        {props.href === undefined ? props.title : <Link href={props.href}>{props.title}</Link>}
      </h2>
      {props.children}
    </section>
  );
}

/** The notebook label: only for signing in. */
export function LabelBox(props: { readonly labelledBy: string; readonly children: ReactNode }) {
  return (
    <section className={styles.label} aria-labelledby={props.labelledBy}>
      {props.children}
    </section>
  );
}

/** The woven edge: only on certificates. */
export function Weave() {
  return <div className={styles.weave} aria-hidden="true" />;
}
