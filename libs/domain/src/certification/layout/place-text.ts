import { fitText, wordsOf, type FitRule, type FittedText, type MeasureText } from './fit-text.js';
import type { ColourRole, FontRole, TextSlot } from './layout.js';
import type { Word } from './line-breaks.js';
import type { PlacedRun, PlacedText } from './placed-document.js';
import type { StyledText } from './text-template.js';

/** A text slot laid out: its lines, and by how much its last baseline moved down. */
export interface PlacedSlot {
  readonly marks: readonly PlacedText[];
  readonly growth: number;
}

/** The runs of a line; no-break spaces have done their work and become plain ones. */
function runsOf(line: readonly Word[], font: FontRole, strongFont: FontRole): PlacedRun[] {
  const runs: { text: string; font: FontRole }[] = [];
  const append = (text: string, face: FontRole): void => {
    const last = runs.at(-1);
    if (last?.font === face) last.text += text;
    else runs.push({ text, font: face });
  };
  for (const [i, word] of line.entries()) {
    if (i > 0) append(' ', runs.at(-1)?.font ?? font);
    for (const { text, strong } of word) append(text, strong ? strongFont : font);
  }
  return runs.map((run) => ({ ...run, text: run.text.replaceAll('\u00a0', ' ') }));
}

function setLines(
  slot: TextSlot,
  { size, lines }: FittedText,
  shift: number,
  colours: Readonly<Record<ColourRole, string>>,
): PlacedSlot {
  const leading = size * slot.leading;
  const height = (lines.length - 1) * leading;
  const first = slot.baseline - slot.rise * height;
  const marks = lines.map((line, i): PlacedText => ({
    kind: 'text',
    x: slot.x,
    baseline: first + shift + i * leading,
    align: slot.align,
    size,
    tracking: slot.tracking,
    colour: colours[slot.colour],
    figures: 'proportional',
    runs: runsOf(line, slot.font, slot.strongFont),
  }));
  return { marks, growth: (1 - slot.rise) * height };
}

/**
 * Sets the filled lines of a slot into its box, which begins lower and ends where it did when the
 * text it follows has grown.
 *
 * @returns null when the text is too long for every way the slot's rule allows
 */
export function placeText(
  slot: TextSlot,
  filled: readonly (readonly StyledText[])[],
  shift: number,
  measure: MeasureText,
  colours: Readonly<Record<ColourRole, string>>,
): PlacedSlot | null {
  if (filled.length === 0) return { marks: [], growth: 0 };
  const rule: FitRule = { ...slot, depth: Math.max(0, slot.depth - shift) };
  const fitted = fitText(filled.map(wordsOf), rule, measure);
  return fitted && setLines(slot, fitted, shift, colours);
}
