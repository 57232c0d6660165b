/** A vector shape: an SVG path in mm with at most one stroke and one fill, each `#rrggbb` or none. */
export interface Shape {
  readonly path: string;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly fill: string | null;
}

/** A line of one colour. */
export function stroked(path: string, stroke: string, strokeWidth: number): Shape {
  return { path, stroke, strokeWidth: Math.round(strokeWidth * 1000) / 1000, fill: null };
}

/** A face of one colour without a line. */
export function filled(path: string, fill: string): Shape {
  return { path, stroke: null, strokeWidth: 0, fill };
}

/**
 * The tint that a colour has on white paper at a strength from 0 to 1. Engravings use tints instead
 * of transparency: they print alike everywhere and every archive format allows them.
 *
 * @param colour `#rrggbb`
 */
export function tint(colour: string, strength: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const mixed = channels.map((value) => Math.round(255 - (255 - value) * strength));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Shapes of an ornament, and how often they are drawn. */
export interface Engraving {
  readonly shapes: readonly Shape[];
  /**
   * `quarters`: the shapes are the upper right quarter of a symmetric figure; they are drawn four
   * times, mirrored on both axes through the centre of the page.
   */
  readonly symmetry: 'none' | 'quarters';
}
