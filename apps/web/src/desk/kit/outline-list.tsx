import type { ReactNode } from 'react';
import { Link } from '../../ui/link.js';
import styles from './work.module.css';

/** Places of one page or one thing, with a figure at the end. */
export function OutlineList(props: {
  readonly items: readonly {
    readonly href: string;
    readonly title: ReactNode;
    readonly end?: ReactNode;
    readonly current?: boolean | undefined;
  }[];
}) {
  return (
    <div className={styles.olist}>
      {props.items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'location' : undefined}>
          <span>{item.title}</span>
          {item.end !== undefined && <span className={styles.end}>{item.end}</span>}
        </Link>
      ))}
    </div>
  );
}
