import { readFileSync } from 'node:fs';
import { createFontBook, type FontBook } from '../typesetting/font-book.js';
import type { TypstTypesetter } from '../typesetting/typst-typesetter.js';
import { mapPaperText, withKnownGlyphs } from './paper-text.js';
import type { Paper } from './paper.js';

const TEMPLATE = new URL('../typesetting/workspace/official-paper.typ', import.meta.url);
/** The three faces of official text. */
const FACES = ['text', 'textBold', 'textItalic'] as const;

/** Papers as PDF/A-2b, in the free face with the widths of Times New Roman. */
export class PaperPdf {
  readonly #template = readFileSync(TEMPLATE, 'utf8');
  readonly #fonts: FontBook = createFontBook();

  constructor(private readonly typesetter: TypstTypesetter) {}

  /** @throws DocumentEngineError */
  write(paper: Paper): Promise<Uint8Array> {
    const missing = (text: string) => [
      ...new Set(FACES.flatMap((face) => this.#fonts.missingGlyphs(text, face))),
    ];
    const printed = mapPaperText(paper, (text) => withKnownGlyphs(text, missing));
    return this.typesetter.typeset({
      main: this.#template,
      inputs: { paper: JSON.stringify(printed) },
      files: [],
      timestamp: paper.timestamp,
    });
  }
}
