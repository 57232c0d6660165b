/** A point in mm. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An axis-parallel rectangle in mm. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A curve by its parameter; `t` runs from 0 to 1. */
export type Curve = (t: number) => Point;

const GRID = 100;

function onGrid(value: number): number {
  return Math.round(value * GRID);
}

/** A number of hundredths of a mm in the shortest notation: ".5", "-1.25", "3". */
function decimal(hundredths: number): string {
  const text = String(hundredths / GRID);
  return text.replace(/^(-?)0\./, '$1.');
}

/** Numbers joined with as few separators as SVG allows. */
function join(values: readonly number[]): string {
  let path = '';
  for (const value of values) {
    const text = decimal(value);
    path += path === '' || text.startsWith('-') ? text : ` ${text}`;
  }
  return path;
}

function derivative(curve: Curve, t: number, step: number): Point {
  const before = curve(t - step);
  const after = curve(t + step);
  return { x: (after.x - before.x) / (2 * step), y: (after.y - before.y) / (2 * step) };
}

/**
 * A stretch of a curve as relative cubic Béziers: `pieces` arcs that share the curve's points and
 * its tangents (Hermite form), so that five arcs a loop already look round. Coordinates are rounded
 * to 0.01 mm, relative to the rounded point before, so that errors do not add up.
 *
 * @param curve defined a little beyond both ends
 */
export function curvePath(curve: Curve, from: number, to: number, pieces: number): string {
  const step = (to - from) / pieces;
  const reach = step / 3;
  const small = step / 1000;
  let last = curve(from);
  let slope = derivative(curve, from, small);
  let { x, y } = snap(last);
  let path = `M${join([x, y])}`;
  for (let i = 1; i <= pieces; i++) {
    const at = from + i * step;
    const point = curve(at);
    const next = derivative(curve, at, small);
    const end = snap(point);
    path += `c${join([
      onGrid(last.x + slope.x * reach) - x,
      onGrid(last.y + slope.y * reach) - y,
      onGrid(point.x - next.x * reach) - x,
      onGrid(point.y - next.y * reach) - y,
      end.x - x,
      end.y - y,
    ])}`;
    ({ x, y } = end);
    last = point;
    slope = next;
  }
  return path;
}

/** A periodic curve, once round and closed. */
export function closedCurvePath(curve: Curve, pieces: number): string {
  return `${curvePath(curve, 0, 1, pieces)}z`;
}

function snap(point: Point): Point {
  return { x: onGrid(point.x), y: onGrid(point.y) };
}

/** An open line through points, rounded to 0.01 mm. */
export function polylinePath(points: readonly Point[]): string {
  return points
    .map(
      (point, i) => `${i === 0 ? 'M' : 'L'}${decimal(onGrid(point.x))} ${decimal(onGrid(point.y))}`,
    )
    .join('');
}

/** A full circle. */
export function circlePath(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/** An axis-parallel rectangle with round corners. */
export function roundedRectPath(box: Box, radius: number): string {
  const r = round(radius);
  const across = round(box.width - 2 * radius);
  const down = round(box.height - 2 * radius);
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${round(box.x + radius)} ${round(box.y)}h${across}${corner(r, r)}v${down}${corner(-r, r)}` +
    `h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
