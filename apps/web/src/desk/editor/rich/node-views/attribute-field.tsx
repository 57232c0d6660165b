import { useReducer, useState, type KeyboardEvent } from 'react';
import type { ReactNodeViewProps } from '@tiptap/react';
import { parseTypedDate, typedDate } from '../../../../lib/i18n/typed.js';
import { cx } from '../../../../ui/class-names.js';
import styles from '../editor.module.css';

/** The parts of a node view that a field of its block needs. */
export type BlockProps = Pick<
  ReactNodeViewProps,
  'node' | 'updateAttributes' | 'editor' | 'getPos'
>;

interface FieldProps {
  readonly of: BlockProps;
  readonly name: string;
  readonly label: string;
}

function textOf({ node }: BlockProps, name: string): string {
  const value: unknown = node.attrs[name];
  return typeof value === 'string' ? value : '';
}

/**
 * The words of a field, and how they are written. The document has them at once, but the view of a block is drawn
 * again a moment later: shown only then, the cursor would jump to the end at every key.
 */
function useWords(of: BlockProps, name: string): readonly [string, (words: string) => void] {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const at = of.getPos();
  const now = at === undefined ? null : of.editor.state.doc.nodeAt(at);
  const node = now !== null && now.type === of.node.type ? now : of.node;
  const put = (words: string) => {
    of.updateAttributes({ [name]: words });
    drawAgain();
  };
  return [textOf({ ...of, node }, name), put];
}

/** Enter leaves a field for the text of its block, as in any document. */
function enterBody(of: BlockProps) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    const at = of.getPos();
    if (at === undefined) return;
    of.editor.commands.setTextSelection(at + 1);
    of.editor.view.focus();
  };
}

/** A line of a block's own words: its title, its question, the name of a law. */
export function AttributeField(
  props: FieldProps & {
    readonly look?: 'title' | 'serif' | 'plain' | undefined;
    readonly max?: number | undefined;
    readonly narrow?: boolean | undefined;
    readonly invalid?: boolean | undefined;
  },
) {
  const { of, name, label, look = 'plain' } = props;
  const [words, put] = useWords(of, name);
  return (
    <input
      className={cx(styles.attr, styles[look], props.narrow && styles.narrow)}
      aria-label={label}
      placeholder={label}
      aria-invalid={props.invalid || undefined}
      value={words}
      maxLength={props.max ?? 300}
      readOnly={!of.editor.isEditable}
      onChange={(event) => put(event.currentTarget.value)}
      onKeyDown={enterBody(of)}
    />
  );
}

/** Several lines of a block's own words; they stay one line in the document. */
export function AttributeArea(props: FieldProps & { readonly max: number }) {
  const { of, name, label } = props;
  const [words, put] = useWords(of, name);
  return (
    <textarea
      className={cx(styles.attr, styles.area)}
      aria-label={label}
      placeholder={label}
      rows={2}
      value={words}
      maxLength={props.max}
      readOnly={!of.editor.isEditable}
      onChange={(event) => put(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
    />
  );
}

/** A day typed as dd/mm/yyyy; the document holds it once it is one. */
export function AttributeDate(props: FieldProps & { readonly placeholder: string }) {
  const { of, name, label } = props;
  const kept = textOf(of, name);
  const [typed, setTyped] = useState<string>();
  const isDay = typed === undefined || typed.trim() === '' || parseTypedDate(typed) !== undefined;
  return (
    <label className={styles.labelled}>
      <span>{label}</span>
      <input
        className={styles.attr}
        inputMode="numeric"
        placeholder={props.placeholder}
        value={typed ?? typedDate(kept)}
        maxLength={10}
        aria-invalid={!isDay || undefined}
        readOnly={!of.editor.isEditable}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTyped(value);
          const day = parseTypedDate(value);
          if (day !== undefined || value.trim() === '') of.updateAttributes({ [name]: day ?? '' });
        }}
        onBlur={() => {
          if (isDay) setTyped(undefined);
        }}
        onKeyDown={enterBody(of)}
      />
    </label>
  );
}

/** One of a few values. */
export function AttributeChoice(
  props: FieldProps & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
  },
) {
  const { of, name, label } = props;
  return (
    <label className={styles.labelled}>
      <span>{label}</span>
      <select
        className={styles.attr}
        value={textOf(of, name)}
        disabled={!of.editor.isEditable}
        onChange={(event) => of.updateAttributes({ [name]: event.currentTarget.value })}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
