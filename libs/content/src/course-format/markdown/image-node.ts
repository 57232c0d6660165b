import type { RichNode } from '@cam-nang/domain';

import type { MarkdownFile } from './markdown-file.js';
import type { MarkdownInline } from './markdown-tree.js';

/** A stored file: `file:` and its hash, and where known the size of the picture in pixels. */
const STORED = /^file:([0-9a-f]{64})(?:#(\d{1,5})x(\d{1,5}))?$/;

/** `![what it shows](file:<hash>#800x600 "caption")`. */
export function imageNode(
  file: MarkdownFile,
  node: Extract<MarkdownInline, { type: 'image' }>,
): readonly RichNode[] {
  const [, hash, width, height] = STORED.exec(node.url) ?? [];
  if (hash === undefined) {
    file.report(node, 'image_not_stored');
    return [];
  }
  const attrs = {
    file: hash,
    alt: node.alt ?? '',
    ...(node.title && { caption: node.title }),
    ...(width !== undefined && { width: Number(width) }),
    ...(height !== undefined && { height: Number(height) }),
  };
  return [{ type: 'image', attrs }];
}
