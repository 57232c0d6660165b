import type { ChainedCommands, Editor } from '@tiptap/core';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import styles from './editor.module.css';
import { messages } from './messages/index.js';
import { walkButtons } from './toolbar-keys.js';

const ACTS = [
  { key: 'rowBefore', run: (chain: ChainedCommands) => chain.addRowBefore() },
  { key: 'rowAfter', run: (chain: ChainedCommands) => chain.addRowAfter() },
  { key: 'rowDelete', run: (chain: ChainedCommands) => chain.deleteRow() },
  { key: 'columnBefore', run: (chain: ChainedCommands) => chain.addColumnBefore() },
  { key: 'columnAfter', run: (chain: ChainedCommands) => chain.addColumnAfter() },
  { key: 'columnDelete', run: (chain: ChainedCommands) => chain.deleteColumn() },
  { key: 'headerRow', run: (chain: ChainedCommands) => chain.toggleHeaderRow() },
  { key: 'alignLeft', run: (chain: ChainedCommands) => chain.setCellAttribute('align', null) },
  {
    key: 'alignCenter',
    run: (chain: ChainedCommands) => chain.setCellAttribute('align', 'center'),
  },
  { key: 'alignRight', run: (chain: ChainedCommands) => chain.setCellAttribute('align', 'right') },
  { key: 'tableDelete', run: (chain: ChainedCommands) => chain.deleteTable() },
] as const;

/** Rows and columns of the table at the cursor. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const { t } = useMessages(messages);
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label={t('tableTools')}
      onKeyDown={walkButtons}
      data-density="dense"
    >
      {ACTS.map(({ key, run }) => (
        <Button
          key={key}
          size="small"
          look="quiet"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor.chain().focus()).run()}
        >
          {t(key)}
        </Button>
      ))}
    </div>
  );
}
