import type { ReactNode } from 'react';
import { CircleAlertIcon } from '../../../../ui/icons.js';
import { cx } from '../../../../ui/class-names.js';
import styles from '../question.module.css';

/** A field of a part: one line that grows, its fault after it. */
export function LineField(props: {
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly editable: boolean;
  readonly soft?: boolean | undefined;
  readonly max?: number | undefined;
  readonly end?: ReactNode;
  readonly onChange: (value: string) => void;
}) {
  return (
    <>
      <textarea
        className={cx(styles.line, props.soft && styles.soft)}
        lang="vi"
        rows={1}
        aria-label={props.label}
        placeholder={props.label}
        aria-invalid={props.fault !== undefined || undefined}
        maxLength={props.max ?? 2000}
        readOnly={!props.editable}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {props.fault !== undefined && (
        <p className={styles.fault}>
          <CircleAlertIcon />
          {props.fault}
        </p>
      )}
    </>
  );
}
