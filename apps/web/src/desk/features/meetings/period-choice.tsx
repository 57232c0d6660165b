import { useId, type KeyboardEvent } from 'react';
import { cx } from '../../../ui/class-names.js';
import styles from './meetings.module.css';

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Goes to the choice of the person above or below. */
function focusNeighbour(here: Element, step: number): void {
  const all = [...document.querySelectorAll('[data-period-choice]')];
  const next = all[all.indexOf(here) + step];
  const inputs = next === undefined ? [] : [...next.querySelectorAll('input')];
  (inputs.find((input) => input.checked) ?? inputs.at(-1))?.focus();
}

/**
 * How many periods somebody was present: one press of a square, or a digit, which goes on to the next person.
 * Arrows left and right choose as radio buttons do; up and down go to the people above and below.
 */
export function PeriodChoice(props: {
  readonly label: string;
  readonly most: number;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}) {
  const name = useId();
  const { most, value, onChange } = props;
  const keys = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const digit = /^\d$/.test(event.key) ? Number(event.key) : undefined;
    if (step === undefined && (digit === undefined || digit > most)) return;
    event.preventDefault();
    if (digit !== undefined) onChange(digit);
    focusNeighbour(event.currentTarget, step ?? 1);
  };
  return (
    <fieldset
      className={styles.choice}
      data-period-choice
      onKeyDown={keys}
      aria-label={props.label}
    >
      {Array.from({ length: most + 1 }, (_, count) => (
        <label key={count} className={styles.square}>
          <input
            type="radio"
            name={name}
            checked={value === count}
            onChange={() => onChange(count)}
          />
          <span className={cx(styles.digit, count < most && styles.less)}>{count}</span>
        </label>
      ))}
    </fieldset>
  );
}
