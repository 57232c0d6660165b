import { useEffect, useState, type RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { IconButton } from '../../../ui/button.js';
import { GripVerticalIcon, PlusIcon } from '../../../ui/icons.js';
import { Menu } from '../../../ui/menu.js';
import { ADOPTED } from './adopt-ids.js';
import {
  addBelow,
  blockAfter,
  blockAt,
  copyBlock,
  deleteBlock,
  moveBlock,
} from './block-commands.js';
import styles from './editor.module.css';
import { messages } from './messages/index.js';

interface Happening {
  readonly transaction: Transaction;
}

interface Place {
  readonly at: number;
  /** Pixels below the top of the frame. */
  readonly top: number;
}

/** Handle of the block under the pointer, or else at the cursor: add below, move, copy, delete. */
export function BlockHandle(props: {
  readonly editor: Editor;
  readonly frame: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useMessages(messages);
  const { editor } = props;
  const place = useBlockPlace(editor, props.frame);
  if (place === undefined || !editor.isEditable) return null;
  return (
    <div className={styles.handle} style={{ top: place.top }}>
      <IconButton label={t('blockAdd')} onClick={() => addBelow(editor, place.at)}>
        <PlusIcon />
      </IconButton>
      <Menu label={t('blockMenu')} trigger={<GripVerticalIcon />}>
        <button type="button" onClick={() => moveBlock(editor, 'up', place.at)}>
          {t('blockUp')}
        </button>
        <button type="button" onClick={() => moveBlock(editor, 'down', place.at)}>
          {t('blockDown')}
        </button>
        <button type="button" onClick={() => copyBlock(editor, place.at)}>
          {t('blockCopy')}
        </button>
        <button type="button" onClick={() => deleteBlock(editor, place.at)}>
          {t('blockDelete')}
        </button>
      </Menu>
    </div>
  );
}

function useBlockPlace(editor: Editor, frame: RefObject<HTMLDivElement | null>): Place | undefined {
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    const box = frame.current;
    if (box === null) return undefined;
    const show = (at: number | null) =>
      setPlace(at === null ? undefined : placeOf(editor, box, at));
    const onPointer = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      if (event.target instanceof Element && event.target.closest(`.${styles.handle}`)) return;
      show(blockUnder(editor, event.clientY));
    };
    // What came from elsewhere (ids, words of others) leaves alone what is pointed at, its menu perhaps open.
    const onSelection = ({ transaction }: Happening) => {
      if (!isFromElsewhere(transaction)) show(blockAt(editor));
    };
    const onUpdate = ({ transaction }: Happening) => {
      if (!isFromElsewhere(transaction)) return show(blockAt(editor));
      return setPlace((before) => {
        const at = before === undefined ? null : blockAfter(transaction, before.at);
        return placeOf(editor, box, at ?? blockAt(editor) ?? 0);
      });
    };
    box.addEventListener('pointermove', onPointer);
    editor.on('selectionUpdate', onSelection);
    editor.on('update', onUpdate);
    return () => {
      box.removeEventListener('pointermove', onPointer);
      editor.off('selectionUpdate', onSelection);
      editor.off('update', onUpdate);
    };
  }, [editor, frame]);
  return place;
}

function isFromElsewhere(transaction: Transaction): boolean {
  return transaction.getMeta(ADOPTED) === true;
}

function placeOf(editor: Editor, frame: HTMLElement, at: number): Place | undefined {
  const element = editor.view.nodeDOM(at);
  if (!(element instanceof HTMLElement)) return undefined;
  const top = element.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  return { at, top };
}

/** The block of the lesson whose height holds a point. */
function blockUnder(editor: Editor, y: number): number | null {
  let found: number | null = null;
  editor.state.doc.forEach((_node, offset) => {
    const element = editor.view.nodeDOM(offset);
    if (!(element instanceof HTMLElement)) return;
    if (element.getBoundingClientRect().top <= y) found = offset;
  });
  return found;
}
