import type { ReactNode } from 'react';
import { Link } from './link.js';
import styles from './tabs.module.css';

/** Parts of one thing, each with an address of its own. */
export function TabLinks(props: {
  readonly label: string;
  readonly tabs: readonly {
    readonly href: string;
    readonly title: ReactNode;
    readonly current: boolean;
  }[];
}) {
  return (
    <nav className={styles.tabs} aria-label={props.label}>
      {props.tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.title}
        </Link>
      ))}
    </nav>
  );
}

export interface Filter {
  readonly href: string;
  readonly title: ReactNode;
  readonly count?: number | undefined;
  readonly current: boolean;
}

/** Filters of a list with their counts; each is an address, so that a link shows what I see. */
export function FilterChips(props: {
  readonly label: string;
  readonly filters: readonly Filter[];
}) {
  return (
    <nav className={styles.chips} aria-label={props.label}>
      {props.filters.map((filter) => (
        <Link
          key={filter.href}
          href={filter.href}
          className={styles.chip}
          aria-current={filter.current ? 'true' : undefined}
        >
          {filter.title}
          {filter.count !== undefined && <b>{filter.count}</b>}
        </Link>
      ))}
    </nav>
  );
}

/** A filter that is on or off on this page alone. */
export function ToggleChip(props: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={props.on}
      onClick={() => props.onChange(!props.on)}
    >
      {props.children}
    </button>
  );
}
