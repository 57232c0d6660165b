import { DomainError } from '../../shared/domain-error.js';
import { isPrintField, type PrintField } from './print-fields.js';

/** A stretch of text in one face. */
export interface StyledText {
  readonly text: string;
  readonly strong: boolean;
}

type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'field'; readonly field: PrintField; readonly strong: boolean }
  | { readonly kind: 'optional'; readonly pieces: readonly Piece[] };

const TOKEN = /\{([A-Za-z]+)\}|[[\]*]|[^{}[\]*]+|[{}]/g;

function bad(template: string, reason: string): DomainError {
  return new DomainError('request.invalid', { reason, template });
}

class TemplateReader {
  readonly #top: Piece[] = [];
  #optional: Piece[] | null = null;
  #strong = false;

  constructor(readonly template: string) {}

  read(): readonly Piece[] {
    for (const match of this.template.matchAll(TOKEN)) this.#token(match[0], match[1]);
    if (this.#optional || this.#strong) throw bad(this.template, 'template_not_closed');
    return this.#top;
  }

  #token(token: string, field: string | undefined): void {
    if (field !== undefined) this.#field(field);
    else if (token === '*') this.#strong = !this.#strong;
    else if (token === '[') this.#open();
    else if (token === ']') this.#close();
    else if (token === '{' || token === '}') throw bad(this.template, 'template_brace');
    else this.#add({ kind: 'words', text: token, strong: this.#strong });
  }

  #field(name: string): void {
    if (!isPrintField(name)) throw bad(this.template, 'template_unknown_field');
    this.#add({ kind: 'field', field: name, strong: this.#strong });
  }

  #open(): void {
    if (this.#optional) throw bad(this.template, 'template_nested_option');
    this.#optional = [];
  }

  #close(): void {
    const pieces = this.#optional;
    if (!pieces) throw bad(this.template, 'template_option_not_opened');
    this.#optional = null;
    this.#add({ kind: 'optional', pieces });
  }

  #add(piece: Piece): void {
    (this.#optional ?? this.#top).push(piece);
  }
}

type FieldText = (field: PrintField) => string | null;

function fill(pieces: readonly Piece[], fieldText: FieldText): StyledText[] | null {
  const filled: StyledText[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'optional') {
      filled.push(...(fill(piece.pieces, fieldText) ?? []));
      continue;
    }
    const text = piece.kind === 'words' ? piece.text : fieldText(piece.field);
    if (text === null) return null;
    filled.push({ text, strong: piece.strong });
  }
  return filled;
}

function lines(texts: readonly StyledText[]): StyledText[][] {
  const result: StyledText[][] = [[]];
  for (const { text, strong } of texts) {
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) result.push([]);
      if (part !== '') result.at(-1)?.push({ text: part, strong });
    }
  }
  return result.filter((line) => line.length > 0);
}

/**
 * Fills a slot's template (grammar: `TextSlot` in layout.ts) and returns its lines. A template with
 * an empty field outside `[…]` gives no lines at all: the slot stays empty.
 *
 * @throws DomainError `request.invalid` when the template is malformed or names an unknown field
 */
export function fillTemplate(template: string, fieldText: FieldText): StyledText[][] {
  return lines(fill(new TemplateReader(template).read(), fieldText) ?? []);
}
