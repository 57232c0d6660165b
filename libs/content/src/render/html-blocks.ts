import type {
  BlockNode,
  BulletListNode,
  ImageNode,
  ListItemNode,
  OrderedListNode,
  PlainBlock,
  TableCellNode,
  TableNode,
  TaskListNode,
} from '../document/document-types.js';
import { element, escapeHtml, inlineHtml, openTag } from './html-text.js';
import type { RenderLabels } from './labels.js';
import { tableShape, type TableShape } from './table-shape.js';

/** What rendering to HTML needs to know beside the document. */
export interface HtmlContext {
  readonly labels: RenderLabels;
  /** Address of a stored file by its hash. */
  readonly fileUrl: (hash: string) => string;
}

/** The attribute that anchors, comments and progress find a block by. */
export function blockAttribute(block: BlockNode): { readonly 'data-block-id': string } {
  return { 'data-block-id': block.attrs.id };
}

/** Blocks one after another: running text is gathered in columns of reading width. */
export function plainBlocksHtml(context: HtmlContext, blocks: readonly PlainBlock[]): string {
  const html: string[] = [];
  let prose: string[] = [];
  const flush = () => {
    if (prose.length > 0) html.push(element('div', { class: 'text stack' }, prose.join('')));
    prose = [];
  };
  for (const block of blocks) {
    if (block.type === 'table' || block.type === 'image') {
      flush();
      html.push(plainBlockHtml(context, block));
    } else {
      prose.push(plainBlockHtml(context, block));
    }
  }
  flush();
  return stackedHtml(html);
}

/** Things below each other, with the distance of the kit between them. */
export function stackedHtml(html: readonly string[]): string {
  return html.length < 2 ? html.join('') : element('div', { class: 'stack' }, html.join(''));
}

function plainBlockHtml(context: HtmlContext, block: PlainBlock): string {
  const attributes = blockAttribute(block);
  switch (block.type) {
    case 'paragraph':
      return element('p', attributes, inlineHtml(block.content));
    case 'heading':
      return element(`h${block.attrs.level}`, attributes, inlineHtml(block.content));
    case 'bulletList':
    case 'orderedList':
      return listHtml(context, block);
    case 'taskList':
      return taskListHtml(block);
    case 'blockquote':
      return element('blockquote', attributes, flowHtml(context, block.content));
    case 'table':
      return tableHtml(context, block);
    case 'image':
      return imageHtml(context, block);
    case 'horizontalRule':
      return openTag('hr', attributes);
  }
}

/** Blocks where the column of reading width is already given. */
function flowHtml(context: HtmlContext, blocks: readonly PlainBlock[]): string {
  return blocks.map((block) => plainBlockHtml(context, block)).join('');
}

/** A list to tick off while working; nothing is saved, so that it needs no script. */
function taskListHtml(list: TaskListNode): string {
  const items = list.content.map((item) => {
    const words = item.content.map((paragraph) => inlineHtml(paragraph.content)).join('<br>');
    const box = openTag('input', { type: 'checkbox', checked: item.attrs.checked ? '' : null });
    const label = element('label', { class: 'tick' }, box + element('span', {}, words));
    return element('li', blockAttribute(item), label);
  });
  return element('ul', { ...blockAttribute(list), class: 'tasks' }, items.join(''));
}

/** A list; `className` is for lists that the style sheet numbers itself. */
export function listHtml(
  context: HtmlContext,
  list: BulletListNode | OrderedListNode,
  className?: string,
): string {
  const items = list.content.map((item) => itemHtml(context, item, className !== undefined));
  const start = list.type === 'orderedList' ? list.attrs.start : undefined;
  const attributes = { ...blockAttribute(list), class: className, start };
  return element(list.type === 'orderedList' ? 'ol' : 'ul', attributes, items.join(''));
}

function itemHtml(context: HtmlContext, item: ListItemNode, boxed: boolean): string {
  const inner = tightHtml(context, item.content);
  return element('li', blockAttribute(item), boxed ? element('div', {}, inner) : inner);
}

/** A lone paragraph stands without a tag of its own, as in any list or cell. */
function tightHtml(context: HtmlContext, blocks: readonly PlainBlock[]): string {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return flowHtml(context, blocks);
  const lead = inlineHtml(first.content);
  if (rest.some((block) => block.type === 'paragraph')) return flowHtml(context, blocks);
  return lead + flowHtml(context, rest);
}

function imageHtml(context: HtmlContext, { attrs, ...image }: ImageNode): string {
  const picture = openTag('img', {
    src: context.fileUrl(attrs.file),
    alt: attrs.alt,
    width: attrs.width,
    height: attrs.height,
    loading: 'lazy',
  });
  const caption =
    attrs.caption === undefined ? '' : element('figcaption', {}, escapeHtml(attrs.caption));
  return element('figure', blockAttribute({ ...image, attrs }), picture + caption);
}

function tableHtml(context: HtmlContext, table: TableNode): string {
  const shape = tableShape(table);
  const stacked = shape.kind === 'stack';
  const head = shape.head.map((row) =>
    rowHtml(row, stacked, (cell) => headCellHtml(context, cell, stacked)),
  );
  const body = shape.body.map((row) =>
    rowHtml(row, stacked, (cell, index) => bodyCellHtml(context, cell, index, shape)),
  );
  const groups = [
    head.length > 0 ? element('thead', role(stacked, 'rowgroup'), head.join('')) : '',
    element('tbody', role(stacked, 'rowgroup'), body.join('')),
  ].join('');
  const className = stacked ? 'tbl tbl-stack' : 'tbl';
  const attributes = { ...blockAttribute(table), class: className, ...role(stacked, 'table') };
  const html = element('table', attributes, groups);
  if (stacked) return html;
  const region = {
    class: 'tbl-wrap',
    role: 'region',
    tabindex: 0,
    'aria-label': context.labels.table,
  };
  return element('div', region, html);
}

/** Rows turned into cards are no table to the browser any more, so that the roles must say it. */
function role(stacked: boolean, name: string): { readonly role: string | null } {
  return { role: stacked ? name : null };
}

function rowHtml(
  row: TableNode['content'][number],
  stacked: boolean,
  cellHtml: (cell: TableCellNode, index: number) => string,
): string {
  const attributes = { ...blockAttribute(row), ...role(stacked, 'row') };
  return element('tr', attributes, row.content.map(cellHtml).join(''));
}

function headCellHtml(context: HtmlContext, cell: TableCellNode, stacked: boolean): string {
  const attributes = { ...cellAttributes(cell), scope: 'col', ...role(stacked, 'columnheader') };
  return element('th', attributes, tightHtml(context, cell.content));
}

function bodyCellHtml(
  context: HtmlContext,
  cell: TableCellNode,
  index: number,
  { kind, columns }: TableShape,
): string {
  const stacked = kind === 'stack';
  const inner = tightHtml(context, cell.content);
  if (cell.type === 'tableHeader' || (stacked && index === 0)) {
    const attributes = { ...cellAttributes(cell), scope: 'row', ...role(stacked, 'rowheader') };
    return element('th', attributes, inner);
  }
  if (!stacked) return element('td', cellAttributes(cell), inner);
  const attributes = { ...cellAttributes(cell), role: 'cell', 'data-th': columns[index] };
  return element('td', attributes, element('span', {}, inner));
}

const ALIGNMENT_CLASS = { right: 'r', center: 'c' } as const;

function cellAttributes(
  cell: TableCellNode,
): Readonly<Record<string, string | number | undefined>> {
  const { colspan, rowspan, align } = cell.attrs;
  const className = align === undefined ? undefined : ALIGNMENT_CLASS[align];
  return { ...blockAttribute(cell), class: className, colspan, rowspan };
}
