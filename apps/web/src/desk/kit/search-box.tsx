import { useEffect, useState } from 'react';
import { cx } from '../../ui/class-names.js';
import { SearchIcon } from '../../ui/icons.js';
import { BareInput } from '../../ui/field.js';
import styles from './search-box.module.css';

const PAUSE = 300;

/** A search that tells what was typed once the fingers rest (or at once on Enter). */
export function SearchBox(props: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (typed: string) => void;
  readonly wide?: boolean | undefined;
}) {
  const { value, onSearch } = props;
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address has changed by itself (back, a link): what was typed gives way.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onSearch(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <form
      role="search"
      className={cx(styles.box, props.wide && styles.wide)}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <SearchIcon />
      <BareInput
        type="search"
        aria-label={props.label}
        placeholder={props.label}
        value={typed}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  );
}
