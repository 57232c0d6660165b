import type { Shape } from './engraving/shape.js';
import type { Alignment, FontRole, Ornament } from './layout.js';

/** A stretch of a placed line in one face. */
export interface PlacedRun {
  readonly text: string;
  readonly font: FontRole;
}

/** One line of text; `x` is its left edge, centre or right edge as aligned. */
export interface PlacedText {
  readonly kind: 'text';
  readonly x: number;
  readonly baseline: number;
  readonly align: Alignment;
  /** Size in mm. */
  readonly size: number;
  /** Extra space between letters as a multiple of the size. */
  readonly tracking: number;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly figures: 'proportional' | 'tabular';
  readonly runs: readonly PlacedRun[];
}

/** An ornament, the same on every document of a layout but for its shift down in mm. */
export interface PlacedOrnament {
  readonly kind: 'ornament';
  readonly ornament: Ornament;
  readonly shift: number;
}

/** Plain shapes: rules, and the modules of a code. */
export interface PlacedShapes {
  readonly kind: 'shapes';
  readonly shapes: readonly Shape[];
}

export type PlacedMark = PlacedText | PlacedOrnament | PlacedShapes;

/** A page of marks, in drawing and reading order. */
export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
}

/** A finished document without a file format: what an engine draws. */
export interface PlacedDocument {
  readonly title: string;
  readonly author: string;
  /** BCP 47 language of the text. */
  readonly language: string;
  /** Seconds since 1970; the only time that stands in the file. */
  readonly timestamp: number;
  readonly pages: readonly PlacedPage[];
}
