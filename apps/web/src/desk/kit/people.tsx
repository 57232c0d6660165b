import type { ReactNode } from 'react';
import { cx } from '../../ui/class-names.js';
import styles from './marks.module.css';

/** People with what they do or said. */
export function PeopleList(props: {
  readonly people: readonly {
    readonly key: string;
    readonly name: string;
    readonly sub?: ReactNode;
    readonly end?: ReactNode;
  }[];
}) {
  return (
    <ul className={styles.ppl}>
      {props.people.map((person) => (
        <li key={person.key}>
          <Initials name={person.name} />
          <span>
            {person.name}
            {person.sub !== undefined && <span className={styles.pplSub}>{person.sub}</span>}
          </span>
          <span className={styles.pplEnd}>{person.end}</span>
        </li>
      ))}
    </ul>
  );
}

/** Initial of the given name, which comes last in Vietnamese. */
export function Initials({ name }: { readonly name: string }) {
  const given = name.trim().split(/\s+/).at(-1) ?? '';
  return (
    <span className={styles.av} aria-hidden="true">
      {[...given.normalize('NFC')][0]?.toLocaleUpperCase('vi') ?? '·'}
    </span>
  );
}

/** A remark in the margin: who and when first; `blocking` must be solved. */
export function MarginNote(props: {
  readonly weight?: 'plain' | 'blocking' | 'done' | undefined;
  readonly by: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={cx(
        styles.mn,
        props.weight === 'blocking' && styles.isBlock,
        props.weight === 'done' && styles.isDone,
      )}
    >
      <span className={styles.mnBy}>{props.by}</span>
      {props.children}
    </div>
  );
}
