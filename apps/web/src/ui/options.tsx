import { useId, type ReactNode } from 'react';
import { cx } from './class-names.js';
import { CheckIcon, XIcon } from './icons.js';
import styles from './options.module.css';

export interface OptionChoice {
  readonly value: string;
  readonly text: ReactNode;
  /** A, B, C … in quizzes. */
  readonly letter?: string | undefined;
  /** After the answer is known. */
  readonly verdict?: 'right' | 'wrong' | undefined;
  /** The word of the verdict ("Đúng"). */
  readonly say?: string | undefined;
}

/** Answers as full rows: radio buttons, or boxes when several may be chosen. Put it in a `fieldset` with a `legend`. */
export function OptionRows(props: {
  readonly choices: readonly OptionChoice[];
  readonly chosen: readonly string[];
  readonly multiple?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly name?: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const made = useId();
  const change = (value: string, on: boolean) => {
    if (!props.multiple) return props.onChange([value]);
    const others = props.chosen.filter((one) => one !== value);
    return props.onChange(on ? [...others, value] : others);
  };
  return (
    <div className={styles.opts}>
      {props.choices.map((choice) => (
        <label
          key={choice.value}
          className={cx(
            styles.opt,
            choice.verdict === 'right' && styles.isRight,
            choice.verdict === 'wrong' && styles.isWrong,
          )}
        >
          <input
            type={props.multiple ? 'checkbox' : 'radio'}
            name={props.name ?? made}
            value={choice.value}
            checked={props.chosen.includes(choice.value)}
            disabled={props.disabled}
            onChange={(event) => change(choice.value, event.currentTarget.checked)}
          />
          <OptionBody choice={choice} />
        </label>
      ))}
    </div>
  );
}

function OptionBody({ choice }: { readonly choice: OptionChoice }) {
  return (
    <span className={styles.in}>
      {choice.letter !== undefined && <b className={styles.letter}>{choice.letter}</b>}
      <span className={styles.text}>{choice.text}</span>
      {choice.verdict !== undefined && (
        <span className={styles.say}>
          {choice.verdict === 'right' ? <CheckIcon /> : <XIcon />}
          {choice.say}
        </span>
      )}
    </span>
  );
}
