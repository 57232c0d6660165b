import { memo, type ReactNode } from 'react';
import { Link } from '../../ui/link.js';
import styles from './work.module.css';

interface OutlineItem {
  readonly href: string;
  readonly title: ReactNode;
  readonly end?: ReactNode;
  readonly current?: boolean | undefined;
}

/** Places of one page or one thing, with a figure at the end. */
export function OutlineList(props: { readonly items: readonly OutlineItem[] }) {
  return (
    <div className={styles.olist}>
      {props.items.map((item) => (
        <Item key={item.href} {...item} />
      ))}
    </div>
  );
}

/** Drawn anew only when it is another: of hundreds one or two change when the reader goes on. */
const Item = memo(function Item({ href, title, end, current }: OutlineItem) {
  return (
    <Link href={href} aria-current={current === true ? 'location' : undefined}>
      <span>{title}</span>
      {end !== undefined && <span className={styles.end}>{end}</span>}
    </Link>
  );
});
