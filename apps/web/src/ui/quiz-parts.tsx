import type { ReactNode } from 'react';
import { cx } from './class-names.js';
import { TimerIcon } from './icons.js';
import styles from './quiz.module.css';
import text from './text.module.css';

/** Where an answer is (`received` by the office, `kept` here), or how it was judged. */
export type QuestionState = 'received' | 'kept' | 'open' | 'right' | 'wrong';

export interface QuestionSquare {
  readonly number: number;
  readonly state: QuestionState;
  readonly flagged?: boolean | undefined;
  readonly current?: boolean | undefined;
  /** The square in words: "Câu 4: Sở đã nhận, cần xem lại". */
  readonly label: string;
}

/** Squares of the questions; choosing one goes there. */
export function QuestionNavigator(props: {
  readonly label: string;
  readonly questions: readonly QuestionSquare[];
  readonly onGo: (number: number) => void;
}) {
  return (
    <nav className={styles.qnav} aria-label={props.label}>
      {props.questions.map((question) => (
        <button
          key={question.number}
          type="button"
          className={cx(
            question.state !== 'open' && styles[question.state],
            question.flagged && styles.flagged,
          )}
          aria-label={question.label}
          aria-current={question.current ? 'step' : undefined}
          onClick={() => props.onGo(question.number)}
        >
          {question.number}
          {question.state === 'wrong' && ' ✕'}
        </button>
      ))}
    </nav>
  );
}

/** Time that is left, quiet: no blinking, no red. `label` says "Còn" to readers. */
export function TimeLeft(props: { readonly label: string; readonly seconds: number }) {
  const whole = Math.max(0, Math.floor(props.seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return (
    <p className={styles.timer} role="timer">
      <TimerIcon />
      <span>
        <span className={text.vh}>{props.label} </span>
        {hours > 0 ? `${hours}:${rest}` : rest}
      </span>
    </p>
  );
}

/** Bar at the lower edge with the acts of the page. */
export function ActBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actBar}>{children}</div>;
}

/** A mark in big figures: `8,5/10`. */
export function Score(props: { readonly value: string; readonly outOf: string }) {
  return (
    <p className={styles.score}>
      {props.value}
      <small>/{props.outOf}</small>
    </p>
  );
}
