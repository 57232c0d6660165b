import { failed, ok, type Result } from '../../shared/result.js';
import { calendarDate } from '../../shared/calendar-date.js';
import { verificationAddress } from '../printed-data.js';
import { filled } from './engraving/shape.js';
import type { MeasureText } from './fit-text.js';
import type {
  CertificateLayout,
  FontRole,
  LayoutPart,
  RulePart,
  TableSlot,
  TextSlot,
} from './layout.js';
import { placeQr, type QrEncoder } from './place-qr.js';
import { placeTable } from './place-table.js';
import { placeText } from './place-text.js';
import type { PlacedDocument, PlacedMark, PlacedShapes } from './placed-document.js';
import { isMultiLine, printFieldText, type PrintData, type PrintField } from './print-fields.js';
import { tableTexts } from './table-rows.js';
import { fillTemplate } from './text-template.js';

/** What the rules need to know of the fonts and of QR symbols. */
export interface LayoutTools {
  readonly measure: MeasureText;
  /** Characters of a text that a face cannot print, each once. */
  readonly missingGlyphs: (text: string, font: FontRole) => readonly string[];
  readonly encodeQr: QrEncoder;
}

/** Why a certificate cannot be printed as it stands. */
export interface PrintRefusal {
  readonly reason: 'missing_glyph' | 'text_too_long';
  /** The person's name, so that the list can be mended. */
  readonly person: string;
  /** Slot of the layout. */
  readonly slot: string;
  readonly text: string;
  /** The characters that no face has; empty for a text that is too long. */
  readonly characters: readonly string[];
}

class Placement {
  readonly refusals: PrintRefusal[] = [];
  readonly #growth = new Map<string, number>();

  constructor(
    readonly layout: CertificateLayout,
    readonly print: PrintData,
    readonly tools: LayoutTools,
  ) {}

  place(part: LayoutPart): readonly PlacedMark[] {
    switch (part.kind) {
      case 'ornament':
        return [{ kind: 'ornament', ornament: part.ornament, shift: this.#shift(part.follows) }];
      case 'rule':
        return [this.#rule(part)];
      case 'text':
        return this.#text(part);
      case 'table':
        return this.#table(part);
      case 'qr': {
        const { verificationCode, publicUrl } = this.print;
        if (verificationCode === undefined) return [];
        const address = verificationAddress({ publicUrl, verificationCode });
        return [placeQr(part, this.tools.encodeQr(address), this.layout.colours.ink)];
      }
    }
  }

  #shift(follows: string | undefined): number {
    return follows === undefined ? 0 : (this.#growth.get(follows) ?? 0);
  }

  #rule(part: RulePart): PlacedShapes {
    const { x, y, width, thickness } = part;
    const path = `M${x} ${y}h${width}v${thickness}h${-width}z`;
    return { kind: 'shapes', shapes: [filled(path, this.layout.colours[part.colour])] };
  }

  #text(slot: TextSlot): readonly PlacedMark[] {
    const lines = fillTemplate(slot.text[slot.language], (field) => this.#field(slot.id, field));
    const text = lines.map((line) => line.map((part) => part.text).join('')).join(' ');
    for (const part of lines.flat()) {
      this.#checkGlyphs(slot.id, part.text, part.strong ? slot.strongFont : slot.font);
    }
    const shift = this.#shift(slot.follows);
    const placed = placeText(slot, lines, shift, this.tools.measure, this.layout.colours);
    if (!placed) {
      this.#refuse('text_too_long', slot.id, text);
      return [];
    }
    this.#growth.set(slot.id, placed.growth + shift);
    return placed.marks;
  }

  #field(slot: string, field: PrintField): string | null {
    const text = printFieldText(this.print, field);
    const parts = isMultiLine(field) ? text?.split('\n') : text && [text];
    for (const part of parts ?? []) this.#checkVisible(slot, part);
    return text;
  }

  #table(slot: TableSlot): readonly PlacedMark[] {
    const content = { modules: this.print.modules, mark: this.print.mark };
    const texts = tableTexts(slot, content);
    for (const text of texts) {
      this.#checkVisible(slot.id, text);
      this.#checkGlyphs(slot.id, text, 'text');
    }
    const marks = placeTable(slot, content, this.tools.measure, this.layout.colours);
    if (!marks) this.#refuse('text_too_long', slot.id, texts.join(' '));
    return marks ?? [];
  }

  /** Line feeds, control and format characters leave no mark on paper: nobody would see them. */
  #checkVisible(slot: string, text: string): void {
    const characters = [...new Set(text.match(/[\p{C}\p{Zl}\p{Zp}]/gu) ?? [])];
    if (characters.length > 0) this.#refuse('missing_glyph', slot, text, characters);
  }

  #checkGlyphs(slot: string, text: string, font: FontRole): void {
    const characters = this.tools.missingGlyphs(text, font);
    if (characters.length > 0) this.#refuse('missing_glyph', slot, text, characters);
  }

  #refuse(
    reason: PrintRefusal['reason'],
    slot: string,
    text: string,
    characters: readonly string[] = [],
  ): void {
    this.refusals.push({ reason, person: this.print.holderName, slot, text, characters });
  }
}

/** Midnight in Hanoi (UTC+7) of the day of issue, in seconds since 1970. */
function issueTimestamp(issuedOn: string): number {
  return Date.parse(`${calendarDate(issuedOn)}T00:00:00+07:00`) / 1000;
}

/**
 * Sets a person's certificate: every text fitted to its slot, every mark in its place. Numbers and
 * code may be missing: their slots stay empty, which is how a list is checked before numbering.
 *
 * @returns all refusals at once, each with the person's name, or the placed document
 * @throws DomainError `request.invalid` when a template of the layout is malformed
 */
export function placeCertificate(
  layout: CertificateLayout,
  print: PrintData,
  tools: LayoutTools,
): Result<PlacedDocument, readonly PrintRefusal[]> {
  const placement = new Placement(layout, print, tools);
  const pages = layout.pages.map(({ parts }) => ({
    ...layout.paper,
    marks: parts.flatMap((part) => placement.place(part)),
  }));
  if (placement.refusals.length > 0) return failed(placement.refusals);
  const number = print.serialNumber === undefined ? '' : ` · ${print.serialNumber}`;
  return ok({
    title: `${print.holderName}${number}`,
    author: print.issuer.name,
    language: 'vi',
    timestamp: issueTimestamp(print.issuedOn),
    pages,
  });
}
