/** How one attribute is checked and brought to its canonical form. */
export type AttributeRule =
  /** Always present; an empty text where the author has written nothing yet. */
  | { readonly kind: 'text'; readonly max: number }
  /** Left out when empty. */
  | { readonly kind: 'optional-text'; readonly max: number }
  /** `YYYY-MM-DD`, left out when empty. */
  | { readonly kind: 'optional-date' }
  /** Left out at its default, or when it has none and is missing. */
  | {
      readonly kind: 'integer';
      readonly min: number;
      readonly max: number;
      readonly omit: number | null;
    }
  /** Always present. */
  | { readonly kind: 'level'; readonly values: readonly number[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly missing: string | null }
  /** SHA-256 of a stored file, lower-case hexadecimal; must be there. */
  | { readonly kind: 'file' }
  /** An address that `isAllowedLink` lets through; must be there. */
  | { readonly kind: 'href' };

export type AttributeRules = Readonly<Record<string, AttributeRule>>;

const NONE: AttributeRules = {};
const TITLE: AttributeRule = { kind: 'text', max: 300 };
const TITLED: AttributeRules = { title: TITLE };
const span = (max: number): AttributeRule => ({ kind: 'integer', min: 1, max, omit: 1 });
const pixels: AttributeRule = { kind: 'integer', min: 1, max: 20_000, omit: null };
const CELL: AttributeRules = {
  colspan: span(20),
  rowspan: span(200),
  align: { kind: 'choice', values: ['center', 'right'], missing: null },
};

/** Every block with the attributes it may have beside its id. */
export const BLOCK_ATTRIBUTES: Readonly<Record<string, AttributeRules>> = {
  paragraph: NONE,
  heading: { level: { kind: 'level', values: [2, 3, 4] } },
  bulletList: NONE,
  orderedList: { start: { kind: 'integer', min: 0, max: 9999, omit: 1 } },
  listItem: NONE,
  taskList: NONE,
  taskItem: { checked: { kind: 'boolean' } },
  blockquote: NONE,
  table: NONE,
  tableRow: NONE,
  tableCell: CELL,
  tableHeader: CELL,
  image: {
    file: { kind: 'file' },
    alt: { kind: 'text', max: 500 },
    caption: { kind: 'optional-text', max: 500 },
    width: pixels,
    height: pixels,
  },
  horizontalRule: NONE,
  case: TITLED,
  steps: TITLED,
  form: { title: TITLE, code: { kind: 'text', max: 60 } },
  legal: {
    document: { kind: 'text', max: 300 },
    article: { kind: 'optional-text', max: 300 },
    from: { kind: 'optional-date' },
    to: { kind: 'optional-date' },
    state: {
      kind: 'choice',
      values: ['in-force', 'superseded', 'expired'],
      missing: 'in-force',
    },
  },
  warning: TITLED,
  qa: { question: { kind: 'text', max: 1000 } },
  check: { question: { kind: 'text', max: 1000 }, answer: { kind: 'text', max: 3000 } },
  contact: TITLED,
};

/** Marks with their attributes, from the outermost inwards, as they are rendered and written. */
export const MARK_ATTRIBUTES: Readonly<Record<string, AttributeRules>> = {
  link: { href: { kind: 'href' } },
  bold: NONE,
  italic: NONE,
  code: NONE,
};

export const MARK_ORDER: readonly string[] = Object.keys(MARK_ATTRIBUTES);

/** Whether nodes of this type are blocks and so carry an id. */
export function isBlockType(type: string): boolean {
  return Object.hasOwn(BLOCK_ATTRIBUTES, type);
}
