import {
  engrave,
  type Inks,
  type Ornament,
  type PlacedDocument,
  type PlacedMark,
  type PlacedPage,
} from '@cam-nang/domain';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { FONT_FACES, TypstTypesetter, type TypstFile } from '@cam-nang/platform';

import type { DocumentEngine, DrawingJob } from '../document-engine.js';
import { shapesToSvg } from '../svg.js';

/** An engraved picture that many documents share. */
interface SharedPicture {
  readonly file: TypstFile;
  readonly symmetry: 'none' | 'quarters';
}

type DrawnMark = Readonly<Record<string, unknown>>;

const TEMPLATE = new URL('./placed-document.typ', import.meta.url);

function engraved(ornament: Ornament, inks: Inks, page: PlacedPage): SharedPicture[] {
  return engrave(ornament, inks).map(({ shapes, symmetry }) => {
    const bytes = Buffer.from(shapesToSvg(shapes, page.width, page.height));
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.svg`;
    return { file: { name, bytes }, symmetry };
  });
}

/** Faces as the template looks them up. */
const FACES = Object.fromEntries(
  Object.entries(FONT_FACES).map(([role, { family, weight, style }]) => [
    role,
    { family, weight, style },
  ]),
);

/** Draws placed documents with Typst, as PDF/A-2b. */
export class TypstEngine implements DocumentEngine {
  readonly name = 'typst-0.13';
  readonly #pictures = new Map<string, readonly SharedPicture[]>();
  readonly #template = readFileSync(TEMPLATE, 'utf8');

  constructor(readonly typesetter: TypstTypesetter = new TypstTypesetter()) {}

  draw({ document, inks }: DrawingJob): Promise<Uint8Array> {
    const files: TypstFile[] = [];
    const pages = document.pages.map((page) => ({
      width: page.width,
      height: page.height,
      marks: page.marks.flatMap((mark) => this.#mark(mark, page, inks, files)),
    }));
    return this.typesetter.typeset({
      main: this.#template,
      inputs: { document: JSON.stringify({ ...meta(document), faces: FACES, pages }) },
      files,
      timestamp: document.timestamp,
    });
  }

  close(): Promise<void> {
    return this.typesetter.close();
  }

  #mark(mark: PlacedMark, page: PlacedPage, inks: Inks, files: TypstFile[]): DrawnMark[] {
    if (mark.kind === 'text') return [{ ...mark }];
    if (mark.kind === 'shapes') {
      const svg = shapesToSvg(mark.shapes, page.width, page.height);
      return [{ kind: 'image', svg, symmetry: 'none', shift: 0 }];
    }
    return this.#shared(mark.ornament, inks, page).map(({ file, symmetry }) => {
      files.push(file);
      return { kind: 'image', file: file.name, symmetry, shift: mark.shift };
    });
  }

  /** Engraving takes a tenth of a second: done once for each ornament of a layout. */
  #shared(ornament: Ornament, inks: Inks, page: PlacedPage): readonly SharedPicture[] {
    const key = JSON.stringify([ornament, inks, page.width, page.height]);
    const known = this.#pictures.get(key);
    if (known) return known;
    const made = engraved(ornament, inks, page);
    this.#pictures.set(key, made);
    return made;
  }
}

function meta({ title, author, language }: PlacedDocument) {
  return { title, author, language };
}
