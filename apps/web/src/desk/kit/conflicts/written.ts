import { isInline, plainText, type ConflictValue, type RichNode } from '@cam-nang/domain';
import type { PlaceOfConflict } from './place.js';

/**
 * The text to begin writing with, from the side of theirs; null where words alone cannot say it: tables,
 * lists, settings that are no text and no number.
 */
export function writtenText(conflict: PlaceOfConflict): string | null {
  const { subject, base, theirs } = conflict;
  if (subject.kind === 'field') {
    const simple = typeof base === 'string' || typeof base === 'number';
    return simple ? String(theirs ?? base) : null;
  }
  if (subject.kind !== 'block') return null;
  const blocks = blocksOf(theirs).length > 0 ? blocksOf(theirs) : blocksOf(base);
  return blocks.length > 0 && blocks.every(isLine) ? blocks.map(plainText).join('\n') : null;
}

/** The value that a written text stands for. */
export function writtenOf(conflict: PlaceOfConflict, text: string): unknown {
  if (conflict.subject.kind === 'field') {
    return typeof conflict.base === 'number' ? Number(text.trim().replace(',', '.')) : text.trim();
  }
  const [first] = [...blocksOf(conflict.theirs), ...blocksOf(conflict.base)];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => ({
    type: index === 0 ? (first?.type ?? 'paragraph') : 'paragraph',
    ...(first?.attrs !== undefined && index === 0 && { attrs: first.attrs }),
    content: [{ type: 'text', text: line.trim() }],
  }));
}

/** What is wrong with a written text; undefined when nothing is. */
export function wrongText(
  conflict: PlaceOfConflict,
  text: string,
): 'writtenEmpty' | 'notNumber' | undefined {
  if (text.trim() === '') return 'writtenEmpty';
  const wantsNumber = conflict.subject.kind === 'field' && typeof conflict.base === 'number';
  return wantsNumber && !Number.isFinite(writtenOf(conflict, text)) ? 'notNumber' : undefined;
}

/** The blocks of a side; none for anything that is no text. */
export function blocksOf(value: ConflictValue): readonly RichNode[] {
  return Array.isArray(value) ? (value as readonly RichNode[]) : [];
}

function isLine({ type, content = [] }: RichNode): boolean {
  return (type === 'paragraph' || type === 'heading') && content.every(isInline);
}
