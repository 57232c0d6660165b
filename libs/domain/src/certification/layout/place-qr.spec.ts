import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { QrSlot } from './layout.js';
import { placeQr } from './place-qr.js';

const SLOT: QrSlot = { kind: 'qr', id: 'qr', x: 10, y: 20, size: 8, quietModules: 4 };

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rects(path: string): Rect[] {
  return [...path.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g)].map((match) => {
    const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number);
    return { x, y, width, height };
  });
}

describe('a placed QR symbol', () => {
  it('covers exactly the dark modules', () => {
    const row = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 8, maxLength: 8 }), (matrix) => {
        const [, dark] = placeQr(SLOT, matrix, '#000000').shapes;
        const covered = rects(dark?.path ?? '');
        const drawn = matrix.map((line, y) =>
          line.map((_, x) => {
            const [atX, atY] = [10 + x + 0.5, 20 + y + 0.5];
            return covered.some(
              (r) => atX > r.x && atX < r.x + r.width && atY > r.y && atY < r.y + r.height,
            );
          }),
        );
        expect(drawn).toEqual(matrix);
      }),
    );
  });

  it('stands on a white field with a quiet zone of four modules', () => {
    const matrix = Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => true));
    const [field] = placeQr(SLOT, matrix, '#000000').shapes;
    expect(field?.fill).toBe('#ffffff');
    expect(rects(field?.path ?? '')).toEqual([{ x: 6, y: 16, width: 16, height: 16 }]);
  });
});
