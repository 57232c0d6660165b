import type { RichNode } from '@cam-nang/domain';

/*
 * The block schema of lessons as plain JSON: what is stored, hashed, compared and rendered.
 *
 * A document is canonical when attributes that say nothing are left out, neighbouring runs of text
 * with equal marks are one, and every text is NFC; `validateDocument` makes it so. Every block
 * carries an `id` that stays the same from edition to edition; `repairBlockIds` makes it so.
 */

/** A validated document whose blocks may still lack ids. */
export interface DraftDocument extends RichNode {
  readonly type: 'doc';
  readonly content: readonly RichNode[];
}

type Block<Type extends string, Attrs extends object = object> = {
  readonly type: Type;
  readonly attrs: { readonly id: string } & Readonly<Attrs>;
};

type Holding<Child> = { readonly content: readonly Child[] };

export type LinkMark = { readonly type: 'link'; readonly attrs: { readonly href: string } };
export type Mark =
  LinkMark | { readonly type: 'bold' } | { readonly type: 'italic' } | { readonly type: 'code' };

export type TextNode = {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly Mark[];
};
export type HardBreakNode = { readonly type: 'hardBreak'; readonly marks?: readonly Mark[] };
export type InlineNode = TextNode | HardBreakNode;

export type HeadingLevel = 2 | 3 | 4;
export type LegalState = 'in-force' | 'superseded' | 'expired';
export type CellAlignment = 'center' | 'right';

type Inline = { readonly content?: readonly InlineNode[] };

export type ParagraphNode = Block<'paragraph'> & Inline;
export type HeadingNode = Block<'heading', { level: HeadingLevel }> & Inline;
export type ListItemNode = Block<'listItem'> & { readonly content: readonly PlainBlock[] };
export type BulletListNode = Block<'bulletList'> & Holding<ListItemNode>;
/** `start` is left out when the list begins with 1. */
export type OrderedListNode = Block<'orderedList', { start?: number }> & Holding<ListItemNode>;
export type TaskItemNode = Block<'taskItem', { checked: boolean }> & Holding<ParagraphNode>;
export type TaskListNode = Block<'taskList'> & Holding<TaskItemNode>;
export type BlockquoteNode = Block<'blockquote'> & { readonly content: readonly PlainBlock[] };
type CellAttributes = { colspan?: number; rowspan?: number; align?: CellAlignment };
export type TableCellNode = Block<'tableCell' | 'tableHeader', CellAttributes> &
  Holding<ParagraphNode | BulletListNode | OrderedListNode>;
export type TableRowNode = Block<'tableRow'> & Holding<TableCellNode>;
export type TableNode = Block<'table'> & Holding<TableRowNode>;
/** `file` is the SHA-256 of the stored file in hexadecimal; width and height are its pixels. */
export type ImageNode = Block<
  'image',
  { file: string; alt: string; caption?: string; width?: number; height?: number }
>;
export type HorizontalRuleNode = Block<'horizontalRule'>;

export type PlainBlock =
  | ParagraphNode
  | HeadingNode
  | BulletListNode
  | OrderedListNode
  | TaskListNode
  | BlockquoteNode
  | TableNode
  | ImageNode
  | HorizontalRuleNode;

export type CaseNode = Block<'case', { title: string }> & Holding<PlainBlock>;
export type StepsNode = Block<'steps', { title: string }> &
  Holding<ParagraphNode | OrderedListNode>;
export type FormNode = Block<'form', { title: string; code: string }> & Holding<PlainBlock>;
/** Dates are `YYYY-MM-DD`, the first and the last day of force. */
export type LegalNode = Block<
  'legal',
  { document: string; article?: string; from?: string; to?: string; state: LegalState }
> &
  Holding<ParagraphNode>;
export type WarningNode = Block<'warning', { title: string }> & Holding<PlainBlock>;
export type QaNode = Block<'qa', { question: string }> & Holding<PlainBlock>;
/** Without a task list it is an open question: think first, then look at `answer`. */
export type CheckNode = Block<'check', { question: string; answer: string }> & {
  readonly content?: readonly TaskListNode[];
};
export type ContactNode = Block<'contact', { title: string }> & Holding<PlainBlock>;

export type CourseBlock =
  CaseNode | StepsNode | FormNode | LegalNode | WarningNode | QaNode | CheckNode | ContactNode;

export type TopBlock = PlainBlock | CourseBlock;

/** Every node that carries an id. */
export type BlockNode =
  TopBlock | ListItemNode | TaskListNode | TaskItemNode | TableRowNode | TableCellNode;

/** A document as it is stored: canonical, and every block has its id. */
export type RichDocument = { readonly type: 'doc'; readonly content: readonly TopBlock[] };
