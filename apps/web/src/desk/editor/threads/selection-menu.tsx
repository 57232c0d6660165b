import { useEffect, useRef, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { MessageSquarePlusIcon, PencilLineIcon } from '../../../ui/icons.js';
import { isMeantElsewhere } from '../../kit/single-keys.js';
import { messages } from './messages/index.js';
import { readSelection, type SelectedPassage } from './read-selection.js';
import type { AskedPassage } from './thread-types.js';
import styles from './threads.module.css';

/** Until a selection by finger or by keys has come to rest. */
const REST = 250;
const GAP = 8;
/** A selection by finger ends in handles that hang under its last line and are dragged on. */
const HANDLES = 32;
const HIGH = 44;

interface Picking {
  readonly suggests: boolean;
  readonly onPick: (passage: AskedPassage, kind: 'comment' | 'suggest') => void;
}

/** What can be done with words that are selected in a text that is read, right beside them. */
export function SelectionMenu({
  root,
  ...picking
}: Picking & { readonly root: RefObject<HTMLElement | null> }) {
  const read = () => (root.current === null ? null : readSelection(root.current));
  return <PassageMenu read={read} {...picking} />;
}

/** The same for any text that can say what is selected in it. */
export function PassageMenu(props: Picking & { readonly read: () => SelectedPassage | null }) {
  const { t } = useMessages(messages);
  const [selected, forget] = useSelected(props.read);
  const pick = (kind: 'comment' | 'suggest') => {
    if (selected === null) return;
    forget();
    props.onPick(selected.passage, kind);
  };
  useKeyOfSelection(selected === null ? undefined : () => pick('comment'));
  if (selected === null) return null;
  const canSuggest = props.suggests && selected.passage.side === 'after';
  // Beside the place of the pages: it must stand above their sticky bars.
  return createPortal(
    <div
      className={styles.menu}
      style={placeOf(selected.at)}
      role="toolbar"
      aria-label={t('picked')}
      onPointerDown={(event) => event.preventDefault()}
    >
      <button type="button" onClick={() => pick('comment')}>
        <MessageSquarePlusIcon />
        {t('commentHere')}
      </button>
      {canSuggest && (
        <button type="button" onClick={() => pick('suggest')}>
          <PencilLineIcon />
          {t('suggestHere')}
        </button>
      )}
    </div>,
    document.body,
  );
}

/**
 * C speaks about what is selected, before the page takes the key for the place where the reader is. In a field it is
 * a letter: some browsers keep the selection of the page while one types.
 */
function useKeyOfSelection(act: (() => void) | undefined): void {
  useEffect(() => {
    if (act === undefined) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'c' || isMeantElsewhere(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  });
}

/** Under the words, so that the menu of the phone itself, which stands above them, is not covered. */
function placeOf(at: DOMRect) {
  const hangs = window.matchMedia('(pointer: coarse)').matches ? HANDLES : GAP;
  const below = at.bottom + hangs;
  const fits = below + HIGH + GAP < window.innerHeight;
  const top = fits ? below : Math.max(GAP, at.top - GAP - HIGH);
  const middle = at.left + at.width / 2;
  return { top, left: Math.min(Math.max(middle, 140), window.innerWidth - 140) };
}

function useSelected(read: () => SelectedPassage | null) {
  const [selected, setSelected] = useState<SelectedPassage | null>(null);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setSelected(latest.current());
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, REST);
    };
    const hide = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setSelected(null);
    };
    document.addEventListener('selectionchange', soon);
    document.addEventListener('keydown', hide);
    window.addEventListener('scroll', soon, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', soon);
      document.removeEventListener('keydown', hide);
      window.removeEventListener('scroll', soon);
    };
  }, []);
  const forget = () => {
    document.getSelection()?.removeAllRanges();
    setSelected(null);
  };
  return [selected, forget] as const;
}
