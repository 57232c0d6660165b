import { filled } from './engraving/shape.js';
import type { MeasureText } from './fit-text.js';
import type { ColourRole, FontRole, TableColumn, TableSlot } from './layout.js';
import type { PlacedMark, PlacedShapes, PlacedText } from './placed-document.js';
import {
  extraHeight,
  faceOf,
  fitTable,
  TITLE_LEADING,
  type TableContent,
  type TableGeometry,
  type TableRow,
} from './table-rows.js';

type Colours = Readonly<Record<ColourRole, string>>;

function line(slot: TableSlot, y: number, thickness: number, colour: string): PlacedShapes {
  const path = `M${slot.x} ${y}h${slot.width}v${thickness}h${-slot.width}z`;
  return { kind: 'shapes', shapes: [filled(path, colour)] };
}

function cellText(
  column: TableColumn,
  text: string,
  baseline: number,
  size: number,
  font: FontRole,
  colour: string,
): PlacedText {
  return {
    kind: 'text',
    x: column.x,
    baseline,
    align: column.align,
    size,
    tracking: 0,
    colour,
    figures: 'tabular',
    runs: [{ text, font }],
  };
}

/** Column heads: Vietnamese, and smaller below it English. */
function placeHead(slot: TableSlot, colours: Colours): PlacedMark[] {
  const { headBaseline, headSize } = slot;
  const englishSize = headSize * 0.87;
  const englishBaseline = headBaseline + headSize * 1.12;
  return slot.columns
    .filter((column) => column.label.vi !== '')
    .flatMap((column) => [
      cellText(column, column.label.vi, headBaseline, headSize, 'text', colours.soft),
      cellText(column, column.label.en, englishBaseline, englishSize, 'textItalic', colours.soft),
    ]);
}

function placeRow(
  slot: TableSlot,
  row: TableRow,
  baseline: number,
  size: number,
  colours: Colours,
): PlacedMark[] {
  return slot.columns.flatMap((column) => {
    const font = faceOf(column, row.strong);
    const colour = column.key === 'code' ? colours.soft : colours.ink;
    const lines =
      column.key === 'title'
        ? row.title.lines.map((words) => words.map((w) => w.map((f) => f.text).join('')).join(' '))
        : [row.cells[column.key]];
    return lines
      .filter((text) => text !== '')
      .map((text, i) =>
        cellText(column, text, baseline + i * TITLE_LEADING * size, size, font, colour),
      );
  });
}

function drawTable(
  slot: TableSlot,
  { size, rowHeight, rows }: TableGeometry,
  colours: Colours,
): PlacedMark[] {
  let y = slot.headBaseline + slot.headSize * 1.9;
  const marks: PlacedMark[] = [...placeHead(slot, colours), line(slot, y, 0.3, colours.ink)];
  for (const [i, row] of rows.entries()) {
    const height = rowHeight + extraHeight(row, size);
    const baseline = y + rowHeight / 2 + size * 0.34;
    marks.push(...placeRow(slot, row, baseline, size, colours));
    y += height;
    if (i < rows.length - 1) marks.push(line(slot, y, 0.12, colours.hairline));
  }
  return [...marks, line(slot, y, 0.2, colours.ink), line(slot, y + 0.7, 0.2, colours.ink)];
}

/**
 * Sets the table of modules with its sum.
 *
 * @returns null when it does not fit even at the smallest sizes
 */
export function placeTable(
  slot: TableSlot,
  content: TableContent,
  measure: MeasureText,
  colours: Colours,
): PlacedMark[] | null {
  const geometry = fitTable(slot, content, measure);
  return geometry && drawTable(slot, geometry, colours);
}
