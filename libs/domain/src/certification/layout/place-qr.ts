import { filled } from './engraving/shape.js';
import type { QrSlot } from './layout.js';
import type { PlacedShapes } from './placed-document.js';

/** A QR symbol: rows of modules, true is dark. Square. */
export type QrMatrix = readonly (readonly boolean[])[];

/** Makes the symbol of a text at error level M. */
export type QrEncoder = (text: string) => QrMatrix;

function mm(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** Dark modules of a row as [start, length], neighbours joined. */
function stretches(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [i, dark] of row.entries()) {
    if (!dark) continue;
    const last = found.at(-1);
    if (last && last[0] + last[1] === i) last[1]++;
    else found.push([i, 1]);
  }
  return found;
}

/** Draws a symbol as one path of rectangles on a white field that holds its quiet zone. */
export function placeQr(slot: QrSlot, matrix: QrMatrix, ink: string): PlacedShapes {
  const module = slot.size / matrix.length;
  const quiet = slot.quietModules * module;
  const side = slot.size + 2 * quiet;
  const field = `M${mm(slot.x - quiet)} ${mm(slot.y - quiet)}h${mm(side)}v${mm(side)}h${mm(-side)}z`;
  const dark = matrix
    .flatMap((row, y) =>
      stretches(row).map(([x, length]) => {
        const width = mm(length * module);
        return `M${mm(slot.x + x * module)} ${mm(slot.y + y * module)}h${width}v${mm(module)}h-${width}z`;
      }),
    )
    .join('');
  return { kind: 'shapes', shapes: [filled(field, '#ffffff'), filled(dark, ink)] };
}
