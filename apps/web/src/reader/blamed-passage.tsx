import styles from './history.module.css';

/** A passage as it stands; words that came after its first version lead to the change that brought them. */
export function BlamedPassage(props: {
  /** `wording` counts from 0, the first version. */
  readonly runs: readonly { readonly wording: number; readonly text: string }[];
  readonly hrefOf: (wording: number) => string;
  readonly labelOf: (wording: number) => string;
}) {
  return (
    <p lang="vi" className={styles.passage}>
      {props.runs.map(({ wording, text }, index) =>
        wording === 0 ? (
          <span key={index}>{text}</span>
        ) : (
          <span key={index}>
            <span className={styles.later}>{text}</span>
            <a
              className={styles.number}
              href={props.hrefOf(wording)}
              aria-label={props.labelOf(wording)}
            >
              {wording + 1}
            </a>
          </span>
        ),
      )}
    </p>
  );
}
