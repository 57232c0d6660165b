import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { centred, paragraph } from './docx-text.js';
import type { Paper, PaperColumn, PaperLine, PaperRow, PaperSigner } from './paper.js';

/** Lengths of a page are twentieths of a point: this many are a millimetre. */
export const MM = 56.6929;
/** Width that text may take, in twentieths of a point. */
function textWidth({ landscape }: Paper): number {
  return Math.round((landscape ? 297 - 35 : 210 - 45) * MM);
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  ...{ top: NONE, bottom: NONE, left: NONE, right: NONE },
  ...{ insideHorizontal: NONE, insideVertical: NONE },
};

/** Parts side by side without lines: the head of the paper and its signatures. */
export function sideBySide(
  paper: Paper,
  shares: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  const widths = columnWidths(paper, shares);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth(paper), type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children: [...children],
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });
}

function columnWidths(paper: Paper, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((textWidth(paper) * share) / all));
}

/** A table whose head every page repeats. */
export function dataTable(
  columns: readonly PaperColumn[],
  rows: readonly PaperRow[],
  paper: Paper,
): Table {
  const widths = columnWidths(
    paper,
    columns.map(({ share }) => share),
  );
  const size = paper.landscape ? 22 : 24;
  const cellOf = (children: Paragraph[], index: number) =>
    new TableCell({ children, width: { size: widths[index] ?? 0, type: WidthType.DXA } });
  const bodyRow = (row: PaperRow) =>
    'across' in row
      ? acrossRow(row.across, columns.length, size)
      : new TableRow({
          children: row.cells.map((lines, index) => {
            const align = columns[index]?.centred === true ? AlignmentType.CENTER : undefined;
            const look = { size, spacing: { after: 60 }, ...(align !== undefined && { align }) };
            const found = lines.map((line) => paragraph(line, look));
            return cellOf(found.length === 0 ? [new Paragraph('')] : found, index);
          }),
        });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth(paper), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    rows: [headRow(columns, widths, size), ...rows.map(bodyRow)],
  });
}

/** Word repeats this row at the top of every page of the table. */
function headRow(columns: readonly PaperColumn[], widths: readonly number[], size: number) {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ title }, index) =>
        new TableCell({
          verticalAlign: VerticalAlignTable.CENTER,
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          children: [centred(title, { bold: true, size })],
        }),
    ),
  });
}

function acrossRow(line: PaperLine, count: number, size: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: count,
        shading: { type: ShadingType.CLEAR, fill: 'F0F0F0', color: 'auto' },
        children: [paragraph(line, { size, keepNext: true })],
      }),
    ],
  });
}

/** Signers side by side, with room for their signatures. */
export function signatureTable(signers: readonly PaperSigner[], paper: Paper): Table {
  return sideBySide(
    paper,
    signers.map(() => 1),
    [
      signers.map(({ title, hint, name }) => [
        centred(title, { bold: true }),
        centred(hint, { italic: true, size: 24 }),
        ...Array.from({ length: 4 }, () => new Paragraph('')),
        centred(name, { bold: true }),
      ]),
    ],
  );
}
