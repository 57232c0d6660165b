import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.js';
import { CircleAlertIcon, PlusIcon } from '../../../../ui/icons.js';
import { Status } from '../../../../ui/tag.js';
import { shifted } from '../model/question-edit.js';
import styles from '../question.module.css';
import { PartRow } from './part-row.js';

/** The parts of a question in their order, with adding, moving and removing. */
export function PartList<T extends { readonly id: string }>(props: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly fault: string | undefined;
  readonly items: readonly T[];
  readonly editable: boolean;
  readonly nameOf: (no: number) => string;
  readonly markOf?: ((item: T, no: number) => ReactNode) | undefined;
  /** Fewest parts that must stay. */
  readonly least: number;
  readonly most?: number | undefined;
  readonly addWord?: string | undefined;
  readonly onAdd?: (() => void) | undefined;
  readonly onChange: (items: readonly T[]) => void;
  readonly children: (item: T, index: number) => ReactNode;
}) {
  const { items, onChange, editable } = props;
  const move = (index: number, step: -1 | 1) =>
    index + step < 0 || index + step >= items.length
      ? undefined
      : () => onChange(shifted(items, index, step));
  return (
    <fieldset className={styles.parts}>
      <legend>{props.title}</legend>
      {props.hint !== undefined && <p className={styles.hint}>{props.hint}</p>}
      {props.fault !== undefined && (
        <Status tone="bad" icon={CircleAlertIcon}>
          {props.fault}
        </Status>
      )}
      <ol>
        {items.map((item, index) => (
          <PartRow
            key={item.id}
            name={props.nameOf(index + 1)}
            editable={editable}
            mark={props.markOf?.(item, index + 1)}
            onUp={move(index, -1)}
            onDown={move(index, 1)}
            onRemove={
              items.length > props.least
                ? () => onChange(items.filter((one) => one !== item))
                : undefined
            }
          >
            {props.children(item, index)}
          </PartRow>
        ))}
      </ol>
      {editable && props.onAdd !== undefined && items.length < (props.most ?? 20) && (
        <Button size="small" onClick={props.onAdd}>
          <PlusIcon />
          {props.addWord}
        </Button>
      )}
    </fieldset>
  );
}

/** The list with one part changed. */
export function replaced<T>(items: readonly T[], index: number, part: Partial<T>): readonly T[] {
  return items.map((item, at) => (at === index ? { ...item, ...part } : item));
}
