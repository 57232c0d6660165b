import type { ReactNode } from 'react';
import { cx } from './class-names.js';
import type { IconType } from './icons.js';
import { Link } from './link.js';
import styles from './lists.module.css';

/** Things under each other on hairlines. */
export function RowList({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>;
}

/** One thing of a list: icon, title (a link where `href`), a line and more below it, and something at the end. */
export function ListRow(props: {
  readonly icon?: IconType | undefined;
  readonly href?: string | undefined;
  readonly title: ReactNode;
  readonly sub?: ReactNode;
  readonly below?: ReactNode;
  readonly end?: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <li>
      {Icon && <Icon />}
      <div className={styles.main}>
        {props.href === undefined ? (
          <b>{props.title}</b>
        ) : (
          <Link className={styles.hit} href={props.href}>
            {props.title}
          </Link>
        )}
        {props.sub !== undefined && <span className={styles.sub}>{props.sub}</span>}
        {props.below}
      </div>
      {props.end !== undefined && <span className={styles.end}>{props.end}</span>}
    </li>
  );
}

/** Names and values. */
export function Facts(props: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={styles.facts}>
      {props.facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Mark = 'done' | 'now' | 'open';

export interface OutlineItem {
  readonly key: string;
  readonly href: string;
  readonly title: ReactNode;
  readonly mark?: Mark | undefined;
  readonly end?: ReactNode;
  readonly current?: boolean | undefined;
  readonly children?: readonly OutlineItem[] | undefined;
}

/** Places to go, nested, each with its square. */
export function Outline(props: {
  readonly items: readonly OutlineItem[];
  readonly slim?: boolean | undefined;
}) {
  return (
    <ul className={cx(styles.tree, props.slim && styles.slim)}>
      {props.items.map((item) => (
        <li key={item.key}>
          <Link href={item.href} aria-current={item.current ? 'location' : undefined}>
            {item.mark !== undefined && (
              <span className={cx(styles.mk, item.mark !== 'open' && styles[item.mark])} />
            )}
            <span>{item.title}</span>
            {item.end !== undefined && <span className={styles.treeEnd}>{item.end}</span>}
          </Link>
          {item.children !== undefined && item.children.length > 0 && (
            <Outline items={item.children} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What happens in order: done, now, to come. */
export function StepsLine(props: {
  readonly steps: readonly {
    readonly key: string;
    readonly state: Mark;
    readonly title: ReactNode;
    readonly sub?: ReactNode;
  }[];
}) {
  const state = { done: styles.stepDone, now: styles.stepNow, open: undefined };
  return (
    <ol className={styles.steps}>
      {props.steps.map((step) => (
        <li
          key={step.key}
          className={state[step.state]}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {step.state === 'now' ? <b>{step.title}</b> : step.title}
          {step.sub !== undefined && <span className={styles.sub}>{step.sub}</span>}
        </li>
      ))}
    </ol>
  );
}

/** More, when asked for. */
export function Disclosure(props: {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details open={props.open}>
      <summary className={styles.summary}>{props.summary}</summary>
      {props.children}
    </details>
  );
}
