/**
 * A certificate's layout: data that a template editor edits and every engine draws. All lengths are
 * millimetres from the upper left corner of the page; text is placed by its baseline. The whole is
 * a JSON value.
 */
export interface CertificateLayout {
  readonly code: string;
  readonly version: number;
  readonly paper: { readonly width: number; readonly height: number };
  readonly colours: Readonly<Record<ColourRole, string>>;
  readonly pages: readonly LayoutPage[];
}

/** One side of the sheet; parts are drawn in order, which is also the reading order. */
export interface LayoutPage {
  readonly parts: readonly LayoutPart[];
}

export type LayoutPart = OrnamentPart | RulePart | TextSlot | QrSlot | TableSlot;

/** Colours by purpose; the values are `#rrggbb`. */
export type ColourRole = 'ink' | 'soft' | 'accent' | 'second' | 'hairline';

/** Faces by purpose; an engine maps each to a font file. */
export type FontRole = 'title' | 'titleLight' | 'titleItalic' | 'text' | 'textBold' | 'textItalic';

/** A text in the languages of the paper. Vietnamese always stands; English where wanted. */
export interface LocalText {
  readonly vi: string;
  readonly en: string;
}

/** Engraved ornament, see `engraving/`. */
export interface OrnamentPart {
  readonly kind: 'ornament';
  readonly ornament: Ornament;
  /** Moves down by as much as the named text slot grew. */
  readonly follows?: string;
}

/** A woven frame round the page. */
export interface BorderOrnament {
  readonly shape: 'border';
  readonly width: number;
  readonly height: number;
  readonly inset: number;
  readonly radius: number;
  /** Width of the weave; 1 is the full one. */
  readonly scale: number;
}

/** A pale web of loops behind the text. */
export interface RosetteOrnament {
  readonly shape: 'rosette';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The stand-in where an owner's emblem goes. */
export interface SealOrnament {
  readonly shape: 'seal';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A swelling rule of sine waves. */
export interface FlourishOrnament {
  readonly shape: 'flourish';
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export type Ornament = BorderOrnament | RosetteOrnament | SealOrnament | FlourishOrnament;

/** A straight line. */
export interface RulePart {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly thickness: number;
  readonly colour: ColourRole;
}

export type Alignment = 'left' | 'center' | 'right';

/** What is tried, in this order, when a text is too long; when all fails the print is refused. */
export interface OverflowRule {
  readonly steps: readonly ['shrink', 'break'] | readonly ['break', 'shrink'];
  readonly maxLines: number;
}

/**
 * A place for text. The text is a template: `{field}` is filled from the printed data, `*…*` is
 * set in the strong face, `[…]` is left out when a field inside is empty, a line feed starts a new
 * line. What fills a field is never read as a template.
 */
export interface TextSlot {
  readonly kind: 'text';
  readonly id: string;
  readonly text: LocalText;
  readonly language: keyof LocalText;
  /** Left edge, centre or right edge, as aligned. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  /** Greatest distance from the first baseline to the last. */
  readonly depth: number;
  readonly align: Alignment;
  readonly font: FontRole;
  readonly strongFont: FontRole;
  readonly colour: ColourRole;
  readonly size: SizeRange;
  /** Distance of baselines as a multiple of the size. */
  readonly leading: number;
  /** Extra space between letters as a multiple of the size. */
  readonly tracking: number;
  readonly overflow: OverflowRule;
  /** Share of the height of several lines that stands above `baseline`: 0 begins there. */
  readonly rise: number;
  /** Moves down by as much as the named text slot grew. */
  readonly follows?: string;
}

/** Sizes in mm, from the wanted one to the smallest that may be printed. */
export interface SizeRange {
  readonly max: number;
  readonly min: number;
}

/** The code that leads to the public page: dark modules on a white field with its quiet zone. */
export interface QrSlot {
  readonly kind: 'qr';
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Side of the symbol without the quiet zone. */
  readonly size: number;
  /** Light modules round the symbol (ISO/IEC 18004: 4). */
  readonly quietModules: number;
}

/** A column of the table of modules. */
export interface TableColumn {
  readonly key: 'code' | 'title' | 'theory' | 'discussion' | 'practice' | 'total' | 'result';
  readonly label: LocalText;
  /** Left edge for `left`, right edge for `right`. */
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly strong: boolean;
}

/** The table of modules with its sum, drawn with hairlines only. */
export interface TableSlot {
  readonly kind: 'table';
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly headBaseline: number;
  /** Space from the line under the head to the line under the sum. */
  readonly depth: number;
  readonly rowHeight: SizeRange;
  readonly size: SizeRange;
  readonly headSize: number;
  readonly sumLabel: LocalText;
  readonly columns: readonly TableColumn[];
}
