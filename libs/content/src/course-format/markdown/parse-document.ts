import type { DraftDocument } from '../../document/document-types.js';
import { validateDocument } from '../../validate/validate-document.js';
import type { CourseErrors } from '../errors/course-error.js';
import { FILE_START } from '../errors/course-error.js';
import { topBlocks } from './block-nodes.js';
import { MarkdownFile } from './markdown-file.js';
import { parseMarkdown } from './markdown-tree.js';

/**
 * The text of a lesson as a canonical document without ids; null when anything in it is wrong.
 * Lines of errors are lines of `text`.
 */
export function parseDocument(
  name: string,
  text: string,
  errors: CourseErrors,
): DraftDocument | null {
  const before = errors.list.length;
  const file = new MarkdownFile(name, text, errors);
  const blocks = topBlocks(file, parseMarkdown(text).children);
  if (errors.list.length > before) return null;
  if (blocks.length === 0) {
    errors.add(name, FILE_START, 'document_empty');
    return null;
  }
  const content = blocks.map(({ node }) => node);
  const result = validateDocument({ type: 'doc', content }, 'lesson');
  if (result.ok) return result.document;
  for (const { path, code } of result.errors) {
    const index = Number(/^\/content\/(\d+)/.exec(path)?.[1]);
    const source = blocks[index]?.source;
    const place = source === undefined ? FILE_START : file.placeOf(source);
    errors.add(name, place, 'document_invalid', { reason: code });
  }
  return null;
}
