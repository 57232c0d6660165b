import { useState } from 'react';
import type { Editor } from '@tiptap/core';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { IconButton } from '../../../ui/button.js';
import { PlusIcon } from '../../../ui/icons.js';
import { Menu } from '../../../ui/menu.js';
import { Sheet } from '../../../ui/overlay.js';
import { useWide } from '../../kit/use-wide.js';
import { BlockIcon } from './block-icons.js';
import styles from './editor.module.css';
import { messages } from './messages/index.js';
import { insertBlock } from './slash/insert-block.js';
import { useSlashItems } from './use-slash-items.js';

/** All blocks by pointer or touch; the same as "/" by key. */
export function InsertMenu(props: { readonly editor: Editor; readonly onImage: () => void }) {
  const { t } = useMessages(messages);
  const wide = useWide();
  const [open, setOpen] = useState(false);
  if (wide) {
    return (
      <Menu label={t('insert')} trigger={<PlusIcon />}>
        <Items {...props} />
      </Menu>
    );
  }
  return (
    <>
      <IconButton label={t('insert')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <PlusIcon />
      </IconButton>
      <Sheet open={open} title={t('insert')} onClose={() => setOpen(false)}>
        <div
          className={cx(styles.slash, styles.inSheet)}
          onClick={() => setOpen(false)}
          role="presentation"
        >
          <Items {...props} />
        </div>
      </Sheet>
    </>
  );
}

function Items(props: { readonly editor: Editor; readonly onImage: () => void }) {
  const items = useSlashItems();
  return items.map((item) => (
    <button
      key={item.id}
      type="button"
      onClick={() => insertBlock(props.editor, item.id, props.onImage)}
    >
      <BlockIcon id={item.id} />
      {item.title}
    </button>
  ));
}
