import { Link } from './link.js';
import styles from './brand.module.css';

/** The notebook and the name; leads to the first page of the program. */
export function Brand(props: { readonly href: string; readonly label?: string | undefined }) {
  return (
    <Link className={styles.brand} href={props.href} aria-label={props.label}>
      <svg viewBox="0 0 24 28" aria-hidden="true">
        <path className={styles.book} d="M2 3a2 2 0 0 1 2-2h18v26H4a2 2 0 0 1-2-2z" />
        <path className={styles.margin} d="M7.5 1v26" />
        <path className={styles.lines} d="M11 9h8M11 14h8M11 19h5" />
      </svg>
      <span>Cẩm Nang</span>
    </Link>
  );
}
