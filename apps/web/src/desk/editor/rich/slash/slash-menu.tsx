import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { BlockIcon } from '../block-icons.js';
import styles from '../editor.module.css';
import { messages } from '../messages/index.js';
import type { SlashMenuState, SlashStore } from './slash-store.js';

/** The open menu of blocks, beside what was typed. */
export function SlashMenu({ store }: { readonly store: SlashStore }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  return state === undefined ? null : createPortal(<Menu state={state} />, state.element);
}

function Menu({ state }: { readonly state: SlashMenuState }) {
  const { t } = useMessages(messages);
  const { items, query, index } = state;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const count = items.length;
  return (
    <div ref={box} className={styles.slash} role="listbox" aria-label={t('slashLabel')}>
      <p className={styles.slashHead} role="presentation">
        {count === 0
          ? t('slashNone')
          : query === ''
            ? t('slashAll', { count })
            : t('slashFound', { count, query })}
      </p>
      {items.map((item, at) => (
        <button
          key={item.id}
          id={`${id}-${item.id}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          onMouseDown={(event) => {
            event.preventDefault();
            state.choose(item);
          }}
        >
          <BlockIcon id={item.id} />
          <span>
            {item.title}
            <small>{item.hint}</small>
          </span>
          {at === index && <kbd>Enter</kbd>}
        </button>
      ))}
    </div>
  );
}
