import type { BorderOrnament } from '../layout.js';
import { curvePath, roundedRectPath, type Box, type Curve } from './curve-path.js';
import { roundedFrame, type FramePath } from './frame-path.js';
import { stroked, tint, type Engraving, type Shape } from './shape.js';

/** The two colours of an engraving, `#rrggbb`. */
export interface Inks {
  readonly accent: string;
  readonly second: string;
}

/**
 * One family of the weave. A hypotrochoid p(t) = (R − r)e^{it} + d·e^{−i(R − r)t/r} whose big circle
 * is replaced by the frame: the point P(u) of the frame plus the pen d turning `loops` times.
 */
interface WeaveFamily {
  /** Loops round a frame of 907 mm at full scale. */
  readonly loops: number;
  /** Length of the pen in mm at full scale. */
  readonly pen: number;
  /** Stretch of the pen along the frame; 1 draws circles. */
  readonly stretch: number;
  readonly phases: number;
  /** Bézier arcs a loop. */
  readonly arcs: number;
  readonly ink: keyof Inks;
  readonly strength: number;
  readonly line: number;
}

const FAMILIES: readonly WeaveFamily[] = [
  {
    loops: 96,
    pen: 4.6,
    stretch: 1.15,
    phases: 6,
    arcs: 5,
    ink: 'accent',
    strength: 0.9,
    line: 0.13,
  },
  {
    loops: 64,
    pen: 3.3,
    stretch: 0.25,
    phases: 5,
    arcs: 5,
    ink: 'second',
    strength: 0.95,
    line: 0.12,
  },
  {
    loops: 160,
    pen: 1.15,
    stretch: 1.2,
    phases: 3,
    arcs: 4,
    ink: 'accent',
    strength: 0.9,
    line: 0.1,
  },
];

const REFERENCE_LENGTH = 907;

/** Double rules on both sides: distance from the middle, width, ink; in mm at full scale. */
const RULES = [
  { offset: 5.7, width: 0.32, ink: 'accent' },
  { offset: 6.7, width: 0.12, ink: 'accent' },
  { offset: -5.7, width: 0.32, ink: 'accent' },
  { offset: -6.7, width: 0.14, ink: 'second' },
] as const;

/** Loops that close on the frame: a multiple of 4 keeps the four sides alike. */
function closingLoops(family: WeaveFamily, frameLength: number, scale: number): number {
  return Math.round((family.loops * frameLength) / REFERENCE_LENGTH / scale / 4) * 4;
}

function woven(
  frame: FramePath,
  pen: number,
  stretch: number,
  turns: number,
  phase: number,
): Curve {
  return (share) => {
    const { x, y, heading } = frame.at(share);
    const angle = 2 * Math.PI * (turns * share + phase);
    const along = -pen * stretch * Math.sin(angle);
    const across = pen * Math.cos(angle);
    return {
      x: x + along * Math.cos(heading) - across * Math.sin(heading),
      y: y + along * Math.sin(heading) + across * Math.cos(heading),
    };
  };
}

/** Parts of a path overlap by this much where they meet, in mm. */
const OVERLAP = 0.06;

/** The upper right quarter of one line of the weave, a little longer at both ends. */
function quarterPath(curve: Curve, frame: FramePath, pieces: number): string {
  const over = OVERLAP / frame.length;
  return curvePath(curve, -over, 0.25 + over, pieces);
}

/**
 * The weave: three families of loops. Turns are a multiple of 4 and the phases of a family are
 * spread evenly, so that the figure is symmetric in both axes and a quarter of it is enough.
 */
function engraveWeave(frame: FramePath, scale: number, inks: Inks): Shape[] {
  return FAMILIES.flatMap((family) => {
    const turns = closingLoops(family, frame.length, scale);
    const colour = tint(inks[family.ink], family.strength);
    return Array.from({ length: family.phases }, (_, i) => {
      const curve = woven(frame, family.pen * scale, family.stretch, turns, i / family.phases);
      const path = quarterPath(curve, frame, (turns / 4) * family.arcs);
      return stroked(path, colour, family.line * scale + 0.02);
    });
  });
}

/** The woven border of a page: a weave between double rules. */
export function engraveBorder(border: BorderOrnament, inks: Inks): Engraving[] {
  const { inset, radius, scale } = border;
  const grown = (out: number): Box => ({
    x: inset - out,
    y: inset - out,
    width: border.width - 2 * (inset - out),
    height: border.height - 2 * (inset - out),
  });
  const rules = RULES.map(({ offset, width, ink }) => {
    const out = offset * scale;
    return stroked(
      roundedRectPath(grown(out), Math.max(0.1, radius + out)),
      inks[ink],
      width * scale,
    );
  });
  const weave = engraveWeave(roundedFrame(grown(0), radius), scale, inks);
  return [
    { shapes: weave, symmetry: 'quarters' },
    { shapes: rules, symmetry: 'none' },
  ];
}
