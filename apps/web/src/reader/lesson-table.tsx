import { Fragment, type ReactNode } from 'react';
import {
  tableShape,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
  type TableShape,
} from '@cam-nang/content/read';
import { useMessages } from '../lib/i18n/catalogue.js';
import { cx } from '../ui/class-names.js';
import table from '../ui/table.module.css';
import { blockProps } from './block-anchor.js';
import { Inline } from './inline.js';
import { messages } from './messages/index.js';
import styles from './text.module.css';

type ListNode = Extract<
  TableCellNode['content'][number],
  { readonly type: 'bulletList' | 'orderedList' }
>;
/** Shows a list in a cell; passed in because lists may hold tables in turn. */
type ShowList = (list: ListNode) => ReactNode;

/** A table of a lesson: small ones become labelled rows on phones, wide ones scroll in a region that keys reach. */
export function LessonTable(props: { readonly table: TableNode; readonly showList: ShowList }) {
  const { table: node, showList } = props;
  const { t, locale } = useMessages(messages);
  const shape = tableShape(node);
  if (shape.kind === 'stack') return <TableOf node={node} shape={shape} showList={showList} />;
  return (
    <div className={table.wrap} tabIndex={0} role="region" aria-label={t('table')} lang={locale}>
      <div lang="vi">
        <TableOf node={node} shape={shape} showList={showList} />
      </div>
    </div>
  );
}

function TableOf(props: {
  readonly node: TableNode;
  readonly shape: TableShape;
  readonly showList: ShowList;
}) {
  const { node, shape, showList } = props;
  const stacked = shape.kind === 'stack';
  return (
    <table
      {...blockProps(node)}
      role={stacked ? 'table' : undefined}
      className={cx(table.tbl, stacked && table.stack, styles.cells)}
    >
      {shape.head.length > 0 && (
        <thead role={stacked ? 'rowgroup' : undefined}>
          {shape.head.map((row) => (
            <tr key={row.attrs.id} {...blockProps(row)} role={stacked ? 'row' : undefined}>
              {row.content.map((cell) => (
                <HeadCell key={cell.attrs.id} cell={cell} stacked={stacked} showList={showList} />
              ))}
            </tr>
          ))}
        </thead>
      )}
      <tbody role={stacked ? 'rowgroup' : undefined}>
        {shape.body.map((row) => (
          <BodyRow key={row.attrs.id} row={row} shape={shape} showList={showList} />
        ))}
      </tbody>
    </table>
  );
}

function HeadCell(props: {
  readonly cell: TableCellNode;
  readonly stacked: boolean;
  readonly showList: ShowList;
}) {
  const { cell, stacked, showList } = props;
  return (
    <th
      {...blockProps(cell)}
      {...spans(cell)}
      scope="col"
      role={stacked ? 'columnheader' : undefined}
      className={alignment(cell)}
    >
      <CellContent cell={cell} showList={showList} />
    </th>
  );
}

/** The roles are said again because rows shown as blocks would lose them. */
function BodyRow(props: {
  readonly row: TableRowNode;
  readonly shape: TableShape;
  readonly showList: ShowList;
}) {
  const { row, shape, showList } = props;
  const stacked = shape.kind === 'stack';
  return (
    <tr {...blockProps(row)} role={stacked ? 'row' : undefined}>
      {row.content.map((cell, index) => {
        const isHead = cell.type === 'tableHeader' || (stacked && index === 0);
        const shared = { ...blockProps(cell), ...spans(cell), className: alignment(cell) };
        return isHead ? (
          <th key={cell.attrs.id} {...shared} scope="row" role={stacked ? 'rowheader' : undefined}>
            <CellContent cell={cell} showList={showList} />
          </th>
        ) : (
          <td
            key={cell.attrs.id}
            {...shared}
            role={stacked ? 'cell' : undefined}
            data-th={stacked ? shape.columns[index] : undefined}
          >
            <div>
              <CellContent cell={cell} showList={showList} />
            </div>
          </td>
        );
      })}
    </tr>
  );
}

function CellContent({
  cell,
  showList,
}: {
  readonly cell: TableCellNode;
  readonly showList: ShowList;
}) {
  const [only, ...rest] = cell.content;
  if (only?.type === 'paragraph' && rest.length === 0) return <Inline nodes={only.content} />;
  return cell.content.map((block) =>
    block.type === 'paragraph' ? (
      <p key={block.attrs.id} {...blockProps(block)}>
        <Inline nodes={block.content} />
      </p>
    ) : (
      <Fragment key={block.attrs.id}>{showList(block)}</Fragment>
    ),
  );
}

function spans(cell: TableCellNode) {
  return { colSpan: cell.attrs.colspan, rowSpan: cell.attrs.rowspan };
}

function alignment(cell: TableCellNode): string | undefined {
  return cell.attrs.align === undefined ? undefined : styles[cell.attrs.align];
}
