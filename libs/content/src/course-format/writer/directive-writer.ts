import type { CourseBlock, PlainBlock } from '../../document/document-types.js';
import { DIRECTIVES } from '../markdown/directive-rules.js';
import type { WriterLosses } from './losses.js';
import { writeTaskList } from './task-list-writer.js';

type WriteBlocks = (blocks: readonly PlainBlock[], losses: WriterLosses) => string;

/** A course block between its lines of `:::`. */
export function writeDirective(
  block: CourseBlock,
  losses: WriterLosses,
  writeBlocks: WriteBlocks,
): string {
  const attributes = (DIRECTIVES[block.type] ?? []).flatMap(({ name }) => {
    const value = (block.attrs as Readonly<Record<string, string | undefined>>)[name];
    return value === undefined && !KEPT_EMPTY.has(name) ? [] : [`${name}="${quoted(value ?? '')}"`];
  });
  const body = bodyOf(block, losses, writeBlocks);
  const open = `:::${block.type}{${attributes.join(' ')}}`;
  return body === '' ? `${open}\n:::` : `${open}\n${body}\n:::`;
}

/** Attributes that authors see even when they are empty, so that they know where to write. */
const KEPT_EMPTY: ReadonlySet<string> = new Set(['from', 'to']);

function bodyOf(block: CourseBlock, losses: WriterLosses, writeBlocks: WriteBlocks): string {
  if (block.type === 'check')
    return (block.content ?? []).map((list) => writeTaskList(list)).join('\n');
  return writeBlocks(block.content, losses);
}

function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
