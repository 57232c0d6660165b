import type { FlourishOrnament, RosetteOrnament, SealOrnament } from '../layout.js';
import type { Inks } from './border.js';
import { circlePath, closedCurvePath, polylinePath } from './curve-path.js';
import { hypotrochoid } from './hypotrochoid.js';
import { filled, stroked, tint, type Shape } from './shape.js';

const WHITE = '#ffffff';

/** The pale web of eleven lines behind the text. */
export function engraveRosette({ x, y, radius }: RosetteOrnament, inks: Inks): Shape[] {
  return Array.from({ length: 11 }, (_, i) => {
    const curve = hypotrochoid({
      x,
      y,
      fixed: radius,
      rolling: (radius * 5) / 19,
      pen: (radius * (9 + 3.1 * i)) / 62,
      turns: 5,
    });
    const colour = i % 2 === 0 ? tint(inks.accent, 0.17) : tint(inks.second, 0.2);
    return stroked(closedCurvePath(curve, 19 * 8), colour, 0.1);
  });
}

/** The stand-in seal: a star of loops between two circles, with a clear field for a word. */
export function engraveSeal({ x, y, radius }: SealOrnament, inks: Inks): Shape[] {
  const star = Array.from({ length: 5 }, (_, i) => {
    const curve = hypotrochoid({
      x,
      y,
      fixed: radius * 0.8,
      rolling: (radius * 0.8 * 7) / 24,
      pen: radius * (0.1 + 0.06 * i),
      turns: 7,
    });
    const colour = tint(i % 2 === 0 ? inks.accent : inks.second, 0.75);
    return stroked(closedCurvePath(curve, 24 * 7), colour, 0.1);
  });
  return [
    filled(circlePath(x, y, radius), WHITE),
    ...star,
    filled(circlePath(x, y, radius * 0.43), WHITE),
    stroked(circlePath(x, y, radius * 0.45), inks.accent, 0.12),
    stroked(circlePath(x, y, radius * 0.96), inks.accent, 0.3),
    stroked(circlePath(x, y, radius), inks.accent, 0.12),
  ];
}

const FLOURISH_POINTS = 240;

/** The rule under the name: four sines of sixteen periods that swell in the middle. */
export function engraveFlourish({ x, y, width }: FlourishOrnament, inks: Inks): Shape[] {
  return Array.from({ length: 4 }, (_, line) => {
    const points = Array.from({ length: FLOURISH_POINTS + 1 }, (_unused, i) => {
      const share = i / FLOURISH_POINTS;
      const swell = 1.25 * Math.sin(Math.PI * share);
      return {
        x: x - width / 2 + width * share,
        y: y + swell * Math.sin(2 * Math.PI * (16 * share + line / 4)),
      };
    });
    return stroked(polylinePath(points), line % 2 === 0 ? inks.accent : inks.second, 0.12);
  });
}
