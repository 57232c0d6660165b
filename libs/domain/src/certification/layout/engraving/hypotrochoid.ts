import type { Curve } from './curve-path.js';

/** A circle of radius `rolling` rolls inside one of radius `fixed`; a pen at `pen` draws. */
export interface Hypotrochoid {
  readonly x: number;
  readonly y: number;
  readonly fixed: number;
  readonly rolling: number;
  readonly pen: number;
  /** Turns until the line closes. */
  readonly turns: number;
}

/** The curve p(t) = (R − r)e^{it} + d·e^{−i(R − r)t/r} round a centre. */
export function hypotrochoid({ x, y, fixed, rolling, pen, turns }: Hypotrochoid): Curve {
  const arm = fixed - rolling;
  return (share) => {
    const angle = 2 * Math.PI * turns * share;
    const spin = (arm / rolling) * angle;
    return {
      x: x + arm * Math.cos(angle) + pen * Math.cos(spin),
      y: y + arm * Math.sin(angle) - pen * Math.sin(spin),
    };
  };
}
