/** A stretch of text in one look. Everything is text: nothing in it is ever read as markup. */
export interface PaperRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  readonly underlined?: boolean;
}

export type PaperLine = readonly PaperRun[];

export interface PaperColumn {
  readonly title: string;
  /** Part of the width, in hundredths. */
  readonly share: number;
  readonly centred?: boolean;
}

/** A row of a table: one line across all columns, or the lines of each cell. */
export type PaperRow =
  { readonly across: PaperLine } | { readonly cells: readonly (readonly PaperLine[])[] };

/** Whoever signs, by the line above the signature. */
export interface PaperSigner {
  readonly title: string;
  readonly hint: string;
  readonly name: string;
}

export type PaperBlock =
  | { readonly kind: 'title'; readonly name: string; readonly about: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: PaperLine }
  | { readonly kind: 'list'; readonly items: readonly PaperLine[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly PaperRow[];
    }
  | { readonly kind: 'signatures'; readonly signers: readonly PaperSigner[] };

/**
 * An official paper in the layout of Nghị định 30/2020/NĐ-CP: the national name and motto, who issues
 * it, number and sign, place and date, what it is, its text, signatures.
 */
export interface Paper {
  /** Name of the document in its file. */
  readonly title: string;
  readonly author: string;
  readonly landscape: boolean;
  readonly head: {
    /** The body above, in plain letters; empty where there is none. */
    readonly above: string;
    readonly issuer: string;
    /** Number and sign; the number itself is given by the records office. */
    readonly number: string;
    /** Place and date. */
    readonly place: string;
  };
  readonly blocks: readonly PaperBlock[];
  /** Seconds since 1970 that the file says it was made at. */
  readonly timestamp: number;
}

/** Plain words as a line. */
export function plainLine(text: string): PaperLine {
  return [{ text }];
}
