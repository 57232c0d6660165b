import type { FontRole, MeasureText } from '@cam-nang/domain';
import { readFileSync } from 'node:fs';

import { FONT_FACES } from './font-files.js';
import { readTrueType, type TrueTypeFont } from './true-type.js';

/** Measures and coverage of the faces that papers are printed in. */
export interface FontBook {
  readonly measure: MeasureText;
  /** Characters of a text that a face lacks, each once, in order. */
  readonly missingGlyphs: (text: string, font: FontRole) => readonly string[];
}

/** Reads the faces on first use and keeps them. */
export function createFontBook(): FontBook {
  const fonts = new Map<FontRole, TrueTypeFont>();
  const fontOf = (role: FontRole): TrueTypeFont => {
    const known = fonts.get(role);
    if (known) return known;
    const font = readTrueType(readFileSync(FONT_FACES[role].path));
    fonts.set(role, font);
    return font;
  };
  return {
    measure(text, role) {
      const font = fontOf(role);
      let width = 0;
      for (const character of text) width += font.advanceOf(character.codePointAt(0) ?? 0);
      return width;
    },
    missingGlyphs(text, role) {
      const font = fontOf(role);
      const missing = new Set<string>();
      for (const character of text) {
        if (font.glyphOf(character.codePointAt(0) ?? 0) === 0) missing.add(character);
      }
      return [...missing];
    },
  };
}
