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
import { ListBlock } from './plain-blocks.js';
import styles from './text.module.css';

/** A table of a lesson: small ones become labelled rows on phones, wide ones scroll in a region that keys reach. */
export function LessonTable({ table: node }: { readonly table: TableNode }) {
  const { t, locale } = useMessages(messages);
  const shape = tableShape(node);
  if (shape.kind === 'stack') return <TableOf node={node} shape={shape} />;
  return (
    <div className={table.wrap} tabIndex={0} role="region" aria-label={t('table')} lang={locale}>
      <div lang="vi">
        <TableOf node={node} shape={shape} />
      </div>
    </div>
  );
}

function TableOf({ node, shape }: { readonly node: TableNode; readonly shape: TableShape }) {
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
                <HeadCell key={cell.attrs.id} cell={cell} stacked={stacked} />
              ))}
            </tr>
          ))}
        </thead>
      )}
      <tbody role={stacked ? 'rowgroup' : undefined}>
        {shape.body.map((row) => (
          <BodyRow key={row.attrs.id} row={row} shape={shape} />
        ))}
      </tbody>
    </table>
  );
}

function HeadCell({ cell, stacked }: { readonly cell: TableCellNode; readonly stacked: boolean }) {
  return (
    <th
      {...blockProps(cell)}
      {...spans(cell)}
      scope="col"
      role={stacked ? 'columnheader' : undefined}
      className={alignment(cell)}
    >
      <CellContent cell={cell} />
    </th>
  );
}

/** The roles are said again because rows shown as blocks would lose them. */
function BodyRow({ row, shape }: { readonly row: TableRowNode; readonly shape: TableShape }) {
  const stacked = shape.kind === 'stack';
  return (
    <tr {...blockProps(row)} role={stacked ? 'row' : undefined}>
      {row.content.map((cell, index) => {
        const isHead = cell.type === 'tableHeader' || (stacked && index === 0);
        const shared = { ...blockProps(cell), ...spans(cell), className: alignment(cell) };
        return isHead ? (
          <th key={cell.attrs.id} {...shared} scope="row" role={stacked ? 'rowheader' : undefined}>
            <CellContent cell={cell} />
          </th>
        ) : (
          <td
            key={cell.attrs.id}
            {...shared}
            role={stacked ? 'cell' : undefined}
            data-th={stacked ? shape.columns[index] : undefined}
          >
            <div>
              <CellContent cell={cell} />
            </div>
          </td>
        );
      })}
    </tr>
  );
}

function CellContent({ cell }: { readonly cell: TableCellNode }) {
  const [only, ...rest] = cell.content;
  if (only?.type === 'paragraph' && rest.length === 0) return <Inline nodes={only.content} />;
  return cell.content.map((block) =>
    block.type === 'paragraph' ? (
      <p key={block.attrs.id} {...blockProps(block)}>
        <Inline nodes={block.content} />
      </p>
    ) : (
      <ListBlock key={block.attrs.id} list={block} />
    ),
  );
}

function spans(cell: TableCellNode) {
  return { colSpan: cell.attrs.colspan, rowSpan: cell.attrs.rowspan };
}

function alignment(cell: TableCellNode): string | undefined {
  return cell.attrs.align === undefined ? undefined : styles[cell.attrs.align];
}
