import { describe, expect, it } from '@jest/globals';

import type { BorderOrnament } from '../layout.js';
import { closedCurvePath, curvePath } from './curve-path.js';
import { engrave } from './engrave.js';
import { roundedFrame } from './frame-path.js';
import { hypotrochoid } from './hypotrochoid.js';
import { tint } from './shape.js';

const INKS = { accent: '#1f4379', second: '#9a5b4d' };

const BORDER: BorderOrnament = {
  shape: 'border',
  width: 297,
  height: 210,
  inset: 15.2,
  radius: 10,
  scale: 0.86,
};

/** End points of the arcs of a relative path. */
function vertices(path: string): [number, number][] {
  const numbers = (text: string): number[] =>
    (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
  const [start = '', ...arcs] = path.replace('z', '').split('c');
  const [x0 = 0, y0 = 0] = numbers(start.slice(1));
  const found: [number, number][] = [[x0, y0]];
  let [x, y] = [x0, y0];
  for (const arc of arcs) {
    const values = numbers(arc);
    expect(values).toHaveLength(6);
    x += values[4] ?? 0;
    y += values[5] ?? 0;
    found.push([x, y]);
  }
  return found;
}

function expectMirrored(offsets: readonly number[]): void {
  const upward = [...offsets].sort((a, b) => a - b);
  const mirrored = offsets.map((offset) => -offset).sort((a, b) => a - b);
  for (const [i, offset] of upward.entries()) {
    expect(Math.abs(offset - (mirrored[i] ?? NaN))).toBeLessThan(0.35);
  }
}

describe('the frame', () => {
  const frame = roundedFrame({ x: 10, y: 20, width: 100, height: 60 }, 8);

  it('is as long as its sides and corners', () => {
    expect(frame.length).toBeCloseTo(2 * 84 + 2 * 44 + 2 * Math.PI * 8);
  });

  it('begins in the middle of the upper side and is symmetric', () => {
    expect(frame.at(0)).toMatchObject({ x: 60, y: 20 });
    for (const share of [0.05, 0.13, 0.21, 0.3, 0.44]) {
      const right = frame.at(share);
      const left = frame.at(-share);
      expect(left.x - 60).toBeCloseTo(60 - right.x);
      expect(left.y).toBeCloseTo(right.y);
    }
  });
});

describe('a curve', () => {
  const circle = hypotrochoid({ x: 50, y: 40, fixed: 20, rolling: 10, pen: 0, turns: 1 });

  it('ends where it began, without drift from rounding', () => {
    const points = vertices(closedCurvePath(circle, 97));
    const [first, last] = [points[0], points.at(-1)];
    expect(last?.[0]).toBeCloseTo(first?.[0] ?? NaN);
    expect(last?.[1]).toBeCloseTo(first?.[1] ?? NaN);
  });

  it('goes through the points of the hypotrochoid to a hundredth of a millimetre', () => {
    for (const [x, y] of vertices(closedCurvePath(circle, 12))) {
      expect(Math.abs(Math.hypot(x - 50, y - 40) - 10)).toBeLessThan(0.01);
    }
  });

  it('is round to a hundredth of its radius between its points, five arcs a turn', () => {
    const [x0, y0, x1, y1, x2, y2, x3, y3] = [...curvePath(circle, 0, 0.2, 1).matchAll(/-?[\d.]+/g)]
      .map(Number)
      .map((v, i, all) => (i < 2 ? v : v + (all[i % 2] ?? 0)));
    const middle = (a = 0, b = 0, c = 0, d = 0): number => (a + 3 * b + 3 * c + d) / 8;
    const radius = Math.hypot(middle(x0, x1, x2, x3) - 50, middle(y0, y1, y2, y3) - 40);
    expect(Math.abs(radius - 10)).toBeLessThan(0.1);
  });
});

describe('the border', () => {
  const [weave, rules] = engrave(BORDER, INKS);

  it('is a quarter that meets its mirror images on both axes', () => {
    expect(weave?.symmetry).toBe('quarters');
    const ends = (weave?.shapes ?? []).map(({ path }) => {
      const points = vertices(path);
      return { x: points[0]?.[0] ?? NaN, y: points.at(-1)?.[1] ?? NaN };
    });
    expect(ends).toHaveLength(6 + 5 + 3);
    // The pen swings, so that each line crosses the axis at its own place; the phases of a family
    // together must be their own mirror image, but for the overlap.
    for (const family of [ends.slice(0, 6), ends.slice(6, 11), ends.slice(11)]) {
      expectMirrored(family.map(({ x }) => x - 297 / 2));
      expectMirrored(family.map(({ y }) => y - 210 / 2));
    }
  });

  it('stays between its rules', () => {
    for (const { path } of weave?.shapes ?? []) {
      for (const [x, y] of vertices(path)) {
        expect(x).toBeLessThan(297 - 15.2 + 5.7 * 0.86);
        expect(y).toBeGreaterThan(15.2 - 5.7 * 0.86);
      }
    }
    expect(rules?.symmetry).toBe('none');
    expect(rules?.shapes).toHaveLength(4);
  });

  it('is the same every time', () => {
    expect(engrave(BORDER, INKS)).toEqual([weave, rules]);
  });
});

describe('a tint', () => {
  it('is the colour at full strength and white at none', () => {
    expect(tint('#1f4379', 1)).toBe('#1f4379');
    expect(tint('#1f4379', 0)).toBe('#ffffff');
    expect(tint('#000000', 0.5)).toBe('#808080');
  });
});
