import { useId, useState, type KeyboardEvent } from 'react';

/** A list of choices under a field, walked by keys while the field keeps the focus. */
export interface OptionKeys {
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly listId: string;
  readonly optionId: (index: number) => string;
  /** For the field: `role="combobox"` and what readers need to follow. */
  readonly field: {
    readonly role: 'combobox';
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string;
    readonly 'aria-activedescendant': string | undefined;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** Arrows walk around the list, Enter takes. */
export function useOptionKeys(
  count: number,
  onTake: (index: number, event: KeyboardEvent) => void,
): OptionKeys {
  const listId = useId();
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const optionId = (index: number) => `${listId}-${index}`;
  const move = (step: number) => setActive((active + step + count) % count);
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a word in a Vietnamese input method.
    if (count === 0 || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') onTake(active, event);
    else return;
    event.preventDefault();
  };
  return {
    active,
    setActive,
    listId,
    optionId,
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': count > 0,
      'aria-controls': listId,
      'aria-activedescendant': count > 0 ? optionId(active) : undefined,
      onKeyDown,
    },
  };
}
