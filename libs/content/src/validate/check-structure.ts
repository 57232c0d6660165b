import type { Node as SchemaNode } from '@tiptap/pm/model';

import type { ErrorReport } from './document-error.js';
import { DOCUMENT_LIMITS } from './limits.js';

/** Checks which blocks stand inside which, by the schema, and that tables are rectangles. */
export function checkStructure(report: ErrorReport, node: SchemaNode, path = ''): void {
  if (!node.type.validContent(node.content)) {
    report.add(path, 'content_not_allowed', { type: node.type.name });
    return;
  }
  if (node.type.name === 'table' && !isRectangle(node)) report.add(path, 'table_ragged');
  node.forEach((child, _offset, index) =>
    checkStructure(report, child, `${path}/content/${index}`),
  );
}

/** Whether rows, with their spans, all reach the same width and no span hangs over the last row. */
function isRectangle(table: SchemaNode): boolean {
  const widths = new Array<number>(table.childCount).fill(0);
  table.forEach((row, _offset, index) => {
    row.forEach((cell) => {
      const { colspan, rowspan } = cell.attrs as { colspan: number; rowspan: number };
      for (let at = index; at < index + rowspan; at++) widths[at] = (widths[at] ?? 0) + colspan;
    });
  });
  const [width = 0] = widths;
  if (width === 0 || width > DOCUMENT_LIMITS.columns) return false;
  return widths.length === table.childCount && widths.every((other) => other === width);
}
