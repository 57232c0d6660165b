/** What a lesson has no place for, or what did not come along. */
export const FOREIGN_LOSS_CODES = [
  'image_lost',
  'image_moved',
  'image_without_alt',
  'link',
  'footnote',
  'comment',
  'deleted_text',
  'struck',
  'underline',
  'raised',
  'highlight',
  'list_marker',
  'list_start',
  'auto_number',
  'heading_level',
  'heading_place',
  'title_kept',
  'nesting',
  'nested_table',
  'table_width',
  'cell_span',
  'single_cell',
  'contents',
  'media',
  'formula',
  'field',
  'text_box',
  'ruby',
  'inserted_file',
  'page_furniture',
  'old_font',
  'block',
  'cut',
] as const;

export type ForeignLossCode = (typeof FOREIGN_LOSS_CODES)[number];

/** One thing that was not kept as it was, and where. */
export interface ForeignLoss {
  readonly code: ForeignLossCode;
  /** Words of the heading above; empty before the first one. */
  readonly under: string;
  /** The words concerned, or the last ones before it. */
  readonly near: string;
  /** How many times in a row it happened under this heading. */
  readonly count: number;
}

const LONGEST = 120;
/** Nobody reads more; the last ones only count. */
const MOST = 200;

/** Collects what is lost while a page is read; the same thing under the same heading once. */
export class ForeignLosses {
  private readonly found = new Map<string, { loss: ForeignLoss; count: number }>();
  private under = '';
  private last = '';

  /** A heading was read: what follows is lost below it. */
  enter(heading: string): void {
    this.under = shortened(heading);
  }

  /** Words were read: what has none of its own is lost near them. */
  pass(words: string): void {
    const line = shortened(words);
    if (line !== '') this.last = line;
  }

  add(code: ForeignLossCode, words = '', times = 1): void {
    const near = shortened(words) || this.last;
    const key = `${code}\n${this.under}`;
    const known = this.found.get(key);
    if (known !== undefined) known.count += times;
    else if (this.found.size < MOST) {
      const loss = { code, under: this.under, near, count: times };
      this.found.set(key, { loss, count: times });
    }
  }

  get list(): readonly ForeignLoss[] {
    return [...this.found.values()].map(({ loss, count }) => ({ ...loss, count }));
  }
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST) return line;
  return `${[...line].slice(0, LONGEST - 1).join('')}…`;
}
