import type { ReactNode } from 'react';
import styles from './print-sheet.module.css';

/** What alone goes on paper when the page is printed: a slip, a class sheet. */
export function PrintSheet({ children }: { readonly children: ReactNode }) {
  return <div className={styles.sheet}>{children}</div>;
}
