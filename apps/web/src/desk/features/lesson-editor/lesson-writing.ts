import type { Editor, JSONContent } from '@tiptap/core';
import { validateDocument } from '@cam-nang/content/editor';
import type { RichNode } from '@cam-nang/domain';
import type { DraftContent } from '../../editor/draft/draft-saver.js';
import { adoptIds } from '../../editor/rich/adopt-ids.js';
import type { DraftView } from '../../kit/curriculum/types.js';

/** A text with nothing in it. */
export const EMPTY: JSONContent = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The text of a content as the editor takes it. */
export function documentOf({ document }: DraftContent): JSONContent {
  return (document as JSONContent | null) ?? EMPTY;
}

/** A text in the form in which it is stored, where it can be: so that two of them can be compared. */
export function canonical(document: JSONContent): RichNode {
  const checked = validateDocument(withoutTail(document), 'lesson');
  return (checked.ok ? checked.document : document) as RichNode;
}

/** The editor keeps an empty line after the last block to write in; it is no part of the text. */
export function withoutTail(document: JSONContent): JSONContent {
  const content = document.content ?? [];
  const last = content.at(-1);
  const isEmpty = last?.type === 'paragraph' && (last.content ?? []).length === 0;
  return isEmpty && content.length > 1 ? { ...document, content: content.slice(0, -1) } : document;
}

/** What is being written, outside React: it changes with every key. */
export class LessonWriting {
  private title: string;
  private meta: DraftContent['meta'];
  private document: JSONContent;
  private editor: Editor | undefined;

  constructor(node: DraftView['node']) {
    this.title = node.title;
    this.meta = node.meta;
    this.document = documentOf(node);
  }

  readonly setEditor = (editor: Editor): void => {
    this.editor = editor;
  };

  /** Begins with what was opened: the server's text, or what this device kept. */
  readonly begin = (content: DraftContent): void => {
    this.title = content.title;
    this.meta = content.meta;
    this.document = documentOf(content);
  };

  readonly set = (part: Partial<Pick<DraftContent, 'title' | 'meta'>>): void => {
    this.title = part.title ?? this.title;
    this.meta = part.meta ?? this.meta;
  };

  readonly documentNow = (): JSONContent => {
    const { editor } = this;
    if (editor !== undefined && !editor.isDestroyed) this.document = editor.getJSON();
    return this.document;
  };

  /** A lesson without a title cannot be saved. */
  readonly isReady = (): boolean => this.title.trim() !== '';

  readonly read = (): DraftContent => {
    const title = this.title.trim();
    const document = withoutTail(this.documentNow()) as DraftContent['document'];
    return { title, meta: this.meta, document };
  };

  /** Another text in place of this one. */
  readonly replace = (content: DraftContent): void => {
    this.begin(content);
    this.editor?.commands.setContent(this.document, { emitUpdate: false });
  };

  /** Takes over what the server repaired: ids of new blocks. */
  readonly onSaved = ({ node }: DraftView): void => {
    const { editor } = this;
    if (editor === undefined || editor.isDestroyed || node.document === null) return;
    adoptIds(editor, node.document);
  };
}
