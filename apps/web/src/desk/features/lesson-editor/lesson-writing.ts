import type { Editor, JSONContent } from '@tiptap/core';
import { validateDocument } from '@cam-nang/content/editor';
import type { RichNode } from '@cam-nang/domain';
import type { SavedDraft } from '../../editor/draft/draft-saver.js';
import type { DraftContent } from '../../editor/draft/draft-state.js';
import { draftTexts, type DraftTexts } from '../../editor/draft/draft-texts.js';
import { ADOPTED, adoptIds } from '../../editor/rich/adopt-ids.js';
import { giveIds } from '../../editor/rich/give-ids.js';
import { takeIn } from '../../editor/rich/take-in.js';
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
  readonly texts: DraftTexts;

  private onAdopted: (content: DraftContent) => void = () => undefined;

  constructor(node: DraftView['node']) {
    this.texts = draftTexts(node, canonicalContent);
    this.title = node.title;
    this.meta = node.meta;
    this.document = documentOf(node);
  }

  /** Tells of a merged text, for what stands beside the editor. */
  readonly whenAdopted = (listener: (content: DraftContent) => void): void => {
    this.onAdopted = listener;
  };

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

  /** A lesson without a title cannot be saved, nor a word whose marks are still being typed. */
  readonly isReady = (): boolean => this.title.trim() !== '' && !this.isComposing;

  readonly read = (): DraftContent => {
    if (!this.isComposing) this.nameBlocks();
    const title = this.title.trim();
    const document = withoutTail(this.documentNow()) as DraftContent['document'];
    return { title, meta: this.meta, document };
  };

  /** Gives new blocks the ids by which they are merged. */
  readonly nameBlocks = (): void => {
    const { editor } = this;
    if (editor !== undefined && !editor.isDestroyed) giveIds(editor);
  };

  /** A method of input is at work: its line must not be drawn anew under it. */
  private get isComposing(): boolean {
    const { editor } = this;
    return editor !== undefined && !editor.isDestroyed && editor.view.composing;
  }

  /** Puts a merged text in place of this one, changing no more than differs. */
  readonly adopt = (content: DraftContent): void => {
    this.begin(content);
    this.onAdopted(content);
    const { editor } = this;
    if (editor === undefined || editor.isDestroyed) return;
    const next = editor.schema.nodeFromJSON(withTail(this.document, editor.getJSON()));
    const tr = takeIn(editor.state.tr, next).setMeta('addToHistory', false).setMeta(ADOPTED, true);
    editor.view.dispatch(tr);
  };

  /** Takes over what the server repaired: ids of new blocks. */
  readonly onSaved = ({ node, cameIn }: SavedDraft): void => {
    const { editor } = this;
    const isOther = cameIn !== null || node.document === null;
    if (editor === undefined || editor.isDestroyed || isOther) return;
    adoptIds(editor, node.document);
  };
}

/** The line to write in at the end stays where the editor has one. */
function withTail(document: JSONContent, now: JSONContent): JSONContent {
  const tail = now.content?.at(-1);
  if (tail === undefined || withoutTail(now) === now) return document;
  return { ...document, content: [...(document.content ?? []), tail] };
}

/** A content in the form in which it is stored. */
function canonicalContent(content: DraftContent): DraftContent {
  const { title, meta, document } = content;
  const text = document === null ? EMPTY : (document as JSONContent);
  return { title: title.trim(), meta, document: canonical(text) as DraftContent['document'] };
}
