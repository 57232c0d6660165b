import type { Box, Point } from './curve-path.js';

/** A point of a frame with the direction of travel, in radians. */
export interface FramePoint extends Point {
  readonly heading: number;
}

/** A closed path that can be walked by length. */
export interface FramePath {
  readonly length: number;
  /** The point at a share of the way round; periodic in 1. */
  at(share: number): FramePoint;
}

interface Side {
  readonly length: number;
  readonly from: Point;
  readonly heading: number;
  /** 0 for a straight side. */
  readonly radius: number;
}

function forward(from: Point, heading: number, length: number): Point {
  return { x: from.x + length * Math.cos(heading), y: from.y + length * Math.sin(heading) };
}

/** Along a quarter circle that turns right: from `from`, `angle` radians. */
function turn(side: Side, angle: number): Point {
  const { from, heading, radius } = side;
  return {
    x: from.x + radius * (Math.sin(heading + angle) - Math.sin(heading)),
    y: from.y - radius * (Math.cos(heading + angle) - Math.cos(heading)),
  };
}

function walk(side: Side, length: number): FramePoint {
  if (side.radius === 0) {
    return { ...forward(side.from, side.heading, length), heading: side.heading };
  }
  const angle = length / side.radius;
  return { ...turn(side, angle), heading: side.heading + angle };
}

/**
 * The outline of a rectangle with round corners, walked clockwise from the middle of its upper
 * side.
 */
export function roundedFrame(box: Box, radius: number): FramePath {
  const across = box.width - 2 * radius;
  const down = box.height - 2 * radius;
  const quarter = (Math.PI * radius) / 2;
  const sides: Side[] = [];
  let from: Point = { x: box.x + radius, y: box.y };
  for (const [i, length] of [across, down, across, down].entries()) {
    const straight: Side = { length, from, heading: (i * Math.PI) / 2, radius: 0 };
    from = forward(from, straight.heading, length);
    const corner: Side = { length: quarter, from, heading: straight.heading, radius };
    from = turn(corner, Math.PI / 2);
    sides.push(straight, corner);
  }
  const length = sides.reduce((sum, side) => sum + side.length, 0);
  const start = across / 2 / length;
  return {
    length,
    at(share) {
      const turned = share + start;
      let rest = (turned - Math.floor(turned)) * length;
      for (const side of sides) {
        if (rest <= side.length) return walk(side, rest);
        rest -= side.length;
      }
      return { ...from, heading: 0 };
    },
  };
}
