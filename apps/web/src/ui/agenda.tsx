import type { ReactNode } from 'react';
import { useFormat } from '../lib/i18n/format.js';
import styles from './agenda.module.css';

/** What comes next, on the margin line: left of it when, right of it what. */
export function Agenda({ children }: { readonly children: ReactNode }) {
  return <ol className={styles.agenda}>{children}</ol>;
}

/** One thing of the agenda. `at` is an instant; `onDate` a day without an hour. */
export function AgendaItem(props: {
  readonly at?: string | undefined;
  readonly onDate?: string | undefined;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) {
  const format = useFormat();
  const moment = props.at ?? props.onDate;
  return (
    <li>
      {moment === undefined ? (
        <time />
      ) : (
        <time dateTime={moment}>
          <b>{format.weekday(moment)}</b>
          <span>{format.dayMonth(moment)}</span>
          {props.at !== undefined && <span>{format.time(props.at)}</span>}
        </time>
      )}
      <div>
        <h3>{props.title}</h3>
        {props.children}
      </div>
    </li>
  );
}

/** The reason beside the one task of a page. */
export function Why({ children }: { readonly children: ReactNode }) {
  return <p className={styles.why}>{children}</p>;
}
