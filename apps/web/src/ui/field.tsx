import { useId, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { useMessages } from '../lib/i18n/catalogue.js';
import { typedDate } from '../lib/i18n/typed.js';
import { Button } from './button.js';
import { cx } from './class-names.js';
import { CircleAlertIcon, EyeIcon, EyeOffIcon } from './icons.js';
import { messages } from './messages/index.js';
import styles from './field.module.css';

/** What every field says: label above, hint before the control, the error after it in words that mend. */
export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
}

/** What binds a control to its label, hint and error. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Frame of a field around any control: `<Field label="…">{(ids) => <input {...ids} />}</Field>`. */
export function Field(
  props: FieldProps & {
    readonly id?: string | undefined;
    readonly children: (ids: ControlIds) => ReactNode;
  },
) {
  const { t } = useMessages(messages);
  const made = useId();
  const id = props.id ?? made;
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
        {props.optional && <span className={styles.optional}> ({t('optional')})</span>}
      </label>
      {props.hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': props.error ? true : undefined,
      })}
      {props.error && (
        <p className={styles.wrong} id={`${id}-error`}>
          <CircleAlertIcon />
          {props.error}
        </p>
      )}
    </div>
  );
}

type InputProps = FieldProps &
  ComponentPropsWithoutRef<'input'> & {
    /** Tabular figures: numbers, dates, codes. */
    readonly figures?: boolean | undefined;
  };

/** A line of text. Dates are typed dd/mm/yyyy with `inputMode="numeric"`. */
export function TextField({
  label,
  hint,
  error,
  optional,
  figures,
  id,
  className,
  ...rest
}: InputProps) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(ids) => (
        <input
          {...ids}
          className={cx(styles.input, figures && styles.num, className)}
          required={!optional && rest.required}
          {...rest}
        />
      )}
    </Field>
  );
}

/** A day typed as dd/mm/yyyy; read it with `parseTypedDate`. `date` is what it holds at first. */
export function DateField({
  date,
  hint,
  ...rest
}: InputProps & { readonly date?: string | null | undefined }) {
  const { t } = useMessages(messages);
  return (
    <TextField
      figures
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      hint={hint ?? t('dateHint')}
      defaultValue={date === undefined ? undefined : typedDate(date)}
      {...rest}
    />
  );
}

/** A password with a button that shows it. */
export function PasswordField({ label, hint, error, optional, id, ...rest }: InputProps) {
  const { t } = useMessages(messages);
  const [shown, setShown] = useState(false);
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(ids) => (
        <span className={styles.withButton}>
          <input {...ids} {...rest} className={styles.input} type={shown ? 'text' : 'password'} />
          <Button
            aria-label={t(shown ? 'hidePassword' : 'showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOffIcon /> : <EyeIcon />}
          </Button>
        </span>
      )}
    </Field>
  );
}

/** Several lines, on ruled paper. */
export function TextArea(props: FieldProps & ComponentPropsWithoutRef<'textarea'>) {
  const { label, hint, error, optional, id, ...rest } = props;
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(ids) => <textarea {...ids} {...rest} className={styles.area} />}
    </Field>
  );
}

/** One of a list, by the device's own control. */
export function SelectField(
  props: FieldProps &
    ComponentPropsWithoutRef<'select'> & {
      readonly options: readonly { readonly value: string; readonly label: string }[];
    },
) {
  const { label, hint, error, optional, id, options, ...rest } = props;
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(ids) => (
        <select {...ids} {...rest} className={styles.input}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A control without a frame (filters, cells of tables); it needs an `aria-label`. */
export function BareInput({ className, ...rest }: ComponentPropsWithoutRef<'input'>) {
  return <input className={cx(styles.input, className)} {...rest} />;
}

/** A box to tick or a radio, with its words as the target. */
export function Tick(
  props: ComponentPropsWithoutRef<'input'> & {
    readonly kind?: 'checkbox' | 'radio';
    readonly hint?: ReactNode;
  },
) {
  const { kind = 'checkbox', hint, children, ...rest } = props;
  return (
    <label className={styles.tick}>
      <input type={kind} {...rest} />
      <span>
        {children}
        {hint !== undefined && (
          <>
            <br />
            <span className={styles.hint}>{hint}</span>
          </>
        )}
      </span>
    </label>
  );
}
