import type { ReactNode } from 'react';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { IconButton } from '../../../ui/button.js';
import {
  BoldIcon,
  ChevronDownIcon,
  ChevronUpIcon,
  CodeIcon,
  ImageIcon,
  ItalicIcon,
  LandmarkIcon,
  LinkIcon,
  ListIcon,
  ListOrderedIcon,
  Redo2Icon,
  TableIcon,
  Trash2Icon,
  Undo2Icon,
  type IconType,
} from '../../../ui/icons.js';
import { blockAt, deleteBlock, moveBlock } from './block-commands.js';
import styles from './editor.module.css';
import { InsertMenu } from './insert-menu.js';
import { messages } from './messages/index.js';
import { insertBlock } from './slash/insert-block.js';
import { TableTools } from './table-tools.js';
import { walkButtons } from './toolbar-keys.js';

export interface ToolbarProps {
  readonly editor: Editor;
  readonly editable: boolean;
  readonly onLink: () => void;
  readonly onImage: () => void;
  /** What stands at the left end, before the tools. */
  readonly start?: ReactNode;
  /** What stands at the right end: size of the text, comparison. */
  readonly end?: ReactNode;
}

/** Formatting of the text; arrows lead from button to button. */
export function Toolbar(props: ToolbarProps) {
  const { t } = useMessages(messages);
  const { editor } = props;
  const inTable = useEditorState({ editor, selector: () => editor.isActive('table') });
  return (
    <div className={styles.bars}>
      <div
        className={styles.bar}
        role="toolbar"
        aria-label={t('toolbar')}
        onKeyDown={walkButtons}
        data-density="dense"
      >
        {props.start !== undefined && <Group>{props.start}</Group>}
        {props.editable && (
          <>
            <History editor={editor} />
            <BlockType editor={editor} />
            <Marks {...props} />
            <Blocks {...props} />
            <BlockActs editor={editor} />
          </>
        )}
        {props.end !== undefined && <div className={styles.end}>{props.end}</div>}
      </div>
      {inTable && props.editable && <TableTools editor={editor} />}
    </div>
  );
}

function Group({ children }: { readonly children: ReactNode }) {
  return <span className={styles.group}>{children}</span>;
}

function Tool(props: {
  readonly icon: IconType;
  readonly label: string;
  readonly active?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onClick: () => void;
}) {
  const Icon = props.icon;
  return (
    <IconButton
      label={props.label}
      aria-pressed={props.active}
      disabled={props.disabled}
      className={styles.tool}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      <Icon />
    </IconButton>
  );
}

function History({ editor }: { readonly editor: Editor }) {
  const { t } = useMessages(messages);
  const can = useEditorState({
    editor,
    selector: () => ({ undo: editor.can().undo(), redo: editor.can().redo() }),
  });
  return (
    <Group>
      <Tool
        icon={Undo2Icon}
        label={t('undo')}
        disabled={!can.undo}
        onClick={() => editor.chain().focus().undo().run()}
      />
      <Tool
        icon={Redo2Icon}
        label={t('redo')}
        disabled={!can.redo}
        onClick={() => editor.chain().focus().redo().run()}
      />
    </Group>
  );
}

const TYPES = ['paragraph', 'heading2', 'heading3', 'heading4'] as const;
type BlockKind = (typeof TYPES)[number];

function kindAt(editor: Editor): BlockKind {
  const level = [2, 3, 4].find((one) => editor.isActive('heading', { level: one }));
  return TYPES.find((type) => type === `heading${level ?? ''}`) ?? 'paragraph';
}

function BlockType({ editor }: { readonly editor: Editor }) {
  const { t } = useMessages(messages);
  const kind = useEditorState({ editor, selector: () => kindAt(editor) });
  return (
    <Group>
      <select
        className={styles.kindSelect}
        aria-label={t('blockType')}
        value={kind}
        onChange={(event) => {
          const chosen = TYPES.find((type) => type === event.currentTarget.value);
          if (chosen !== undefined) insertBlock(editor, chosen, () => undefined);
        }}
      >
        {TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`item.${type}`)}
          </option>
        ))}
      </select>
    </Group>
  );
}

function Marks({ editor, onLink }: ToolbarProps) {
  const { t } = useMessages(messages);
  const active = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      code: editor.isActive('code'),
      link: editor.isActive('link'),
    }),
  });
  const run = (act: (chain: ChainedCommands) => ChainedCommands) => () =>
    act(editor.chain().focus()).run();
  return (
    <Group>
      <Tool
        icon={BoldIcon}
        label={t('bold')}
        active={active.bold}
        onClick={run((chain) => chain.toggleBold())}
      />
      <Tool
        icon={ItalicIcon}
        label={t('italic')}
        active={active.italic}
        onClick={run((chain) => chain.toggleItalic())}
      />
      <Tool
        icon={CodeIcon}
        label={t('code')}
        active={active.code}
        onClick={run((chain) => chain.toggleCode())}
      />
      <Tool icon={LinkIcon} label={t('link')} active={active.link} onClick={onLink} />
    </Group>
  );
}

function Blocks({ editor, onImage }: ToolbarProps) {
  const { t } = useMessages(messages);
  const active = useEditorState({
    editor,
    selector: () => ({
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
    }),
  });
  const insert = (id: 'bulletList' | 'orderedList' | 'table' | 'legal') => () =>
    insertBlock(editor, id, onImage);
  return (
    <Group>
      <Tool
        icon={ListIcon}
        label={t('bulletList')}
        active={active.bulletList}
        onClick={insert('bulletList')}
      />
      <Tool
        icon={ListOrderedIcon}
        label={t('orderedList')}
        active={active.orderedList}
        onClick={insert('orderedList')}
      />
      <Tool icon={TableIcon} label={t('table')} onClick={insert('table')} />
      <Tool icon={ImageIcon} label={t('image')} onClick={onImage} />
      <Tool icon={LandmarkIcon} label={t('legal')} onClick={insert('legal')} />
      <InsertMenu editor={editor} onImage={onImage} />
    </Group>
  );
}

function BlockActs({ editor }: { readonly editor: Editor }) {
  const { t } = useMessages(messages);
  const remove = () => {
    const at = blockAt(editor);
    if (at !== null) deleteBlock(editor, at);
  };
  return (
    <Group>
      <Tool icon={ChevronUpIcon} label={t('blockUp')} onClick={() => moveBlock(editor, 'up')} />
      <Tool
        icon={ChevronDownIcon}
        label={t('blockDown')}
        onClick={() => moveBlock(editor, 'down')}
      />
      <Tool icon={Trash2Icon} label={t('blockDelete')} onClick={remove} />
    </Group>
  );
}
