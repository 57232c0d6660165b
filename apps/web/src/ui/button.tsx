import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './class-names.js';
import { Link, type LinkProps } from './link.js';
import styles from './button.module.css';

/** One `main` button a view; `danger` is an edge, never a filled surface; `word` stands in a line of small words. */
export type ButtonLook = 'plain' | 'main' | 'quiet' | 'danger' | 'word';

interface Look {
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'normal' | 'big' | undefined;
  /** As wide as its place. */
  readonly block?: boolean | undefined;
}

function lookClass({ look = 'plain', size = 'normal', block = false }: Look): string {
  return cx(
    styles.btn,
    look !== 'plain' && styles[look],
    size !== 'normal' && styles[size],
    block && styles.block,
  );
}

export interface ButtonProps extends ComponentPropsWithoutRef<'button'>, Look {
  /** The act is under way: further clicks do nothing and readers hear it. */
  readonly busy?: boolean | undefined;
}

/** An act. `type` is `button` unless it submits its form. */
export function Button(props: ButtonProps) {
  const { look, size, block, busy = false, className, type = 'button', onClick, ...rest } = props;
  return (
    <button
      type={type}
      className={cx(lookClass({ look, size, block }), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}

/** A way to another page that looks like a button. */
export function LinkButton({ look, size, block, className, ...rest }: LinkProps & Look) {
  return <Link data-button className={cx(lookClass({ look, size, block }), className)} {...rest} />;
}

export interface IconButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** What it does, for readers and as a tip. */
  readonly label: string;
}

/** A button that is an icon alone. */
export function IconButton({ label, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cx(styles.icon, className)}
      {...rest}
    />
  );
}

/** A link that is an icon alone. */
export function IconLink({ label, className, ...rest }: LinkProps & { readonly label: string }) {
  return <Link aria-label={label} title={label} className={cx(styles.icon, className)} {...rest} />;
}

/** Buttons that belong together. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly lang?: string | undefined;
}

/** One of a few, all visible: how something is shown. */
export function SegmentedControl<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly disabled?: boolean | undefined;
  readonly onChange: (value: V) => void;
}) {
  return (
    <span className={styles.segments} role="group" aria-label={props.label}>
      {props.choices.map(({ value, label, lang }) => (
        <button
          key={value}
          type="button"
          lang={lang}
          aria-pressed={value === props.value}
          disabled={props.disabled}
          onClick={() => props.onChange(value)}
        >
          {label}
        </button>
      ))}
    </span>
  );
}
