/** What is read of a TrueType font: which characters it has, and how wide they are. */
export interface TrueTypeFont {
  /** Glyph of a character; 0 when the font has none. */
  glyphOf(codePoint: number): number;
  /** Advance width of a character as a share of the size. */
  advanceOf(codePoint: number): number;
}

/** The file is not a TrueType font that can be read. */
export class FontFormatError extends Error {
  override readonly name = 'FontFormatError';
}

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    const name = String.fromCharCode(
      view.getUint8(record),
      view.getUint8(record + 1),
      view.getUint8(record + 2),
      view.getUint8(record + 3),
    );
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new FontFormatError(`The font has no table ${tag}`);
}

/** Offset of the best Unicode subtable: full repertoire (format 12) before the basic plane (4). */
function unicodeSubtable(view: DataView, cmap: number): number {
  const count = view.getUint16(cmap + 2);
  const offsets = Array.from({ length: count }, (_, i) => {
    const record = cmap + 4 + i * 8;
    const platform = view.getUint16(record);
    const unicode = platform === 0 || (platform === 3 && view.getUint16(record + 2) !== 0);
    return unicode ? cmap + view.getUint32(record + 4) : null;
  }).filter((offset) => offset !== null);
  const best =
    offsets.find((offset) => view.getUint16(offset) === 12) ??
    offsets.find((offset) => view.getUint16(offset) === 4);
  if (best === undefined) throw new FontFormatError('The font has no readable Unicode map');
  return best;
}

function readFormat12(view: DataView, offset: number): Map<number, number> {
  const map = new Map<number, number>();
  const groups = view.getUint32(offset + 12);
  for (let i = 0; i < groups; i++) {
    const group = offset + 16 + i * 12;
    const first = view.getUint32(group);
    const last = view.getUint32(group + 4);
    const glyph = view.getUint32(group + 8);
    for (let code = first; code <= last; code++) map.set(code, glyph + code - first);
  }
  return map;
}

function segmentGlyph(view: DataView, rangeAt: number, code: number, first: number): number {
  const range = view.getUint16(rangeAt);
  return range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first));
}

function readFormat4(view: DataView, offset: number): Map<number, number> {
  const map = new Map<number, number>();
  const bytes = view.getUint16(offset + 6);
  const ends = offset + 14;
  const starts = ends + bytes + 2;
  for (let i = 0; i < bytes; i += 2) {
    const first = view.getUint16(starts + i);
    const last = Math.min(view.getUint16(ends + i), 0xfffe);
    const delta = view.getUint16(starts + bytes + i);
    for (let code = first; code <= last; code++) {
      const glyph = segmentGlyph(view, starts + 2 * bytes + i, code, first);
      if (glyph !== 0) map.set(code, (glyph + delta) & 0xffff);
    }
  }
  return map;
}

function readMap(view: DataView): Map<number, number> {
  const subtable = unicodeSubtable(view, tableOffset(view, 'cmap'));
  return view.getUint16(subtable) === 12
    ? readFormat12(view, subtable)
    : readFormat4(view, subtable);
}

/**
 * Reads a TrueType font: the Unicode map (`cmap`) and the widths (`hmtx`).
 *
 * @throws FontFormatError when a needed table is missing or the file is cut short
 */
export function readTrueType(file: Uint8Array): TrueTypeFont {
  try {
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const map = readMap(view);
    const unitsPerEm = view.getUint16(tableOffset(view, 'head') + 18);
    const widths = view.getUint16(tableOffset(view, 'hhea') + 34);
    const hmtx = tableOffset(view, 'hmtx');
    const glyphOf = (codePoint: number): number => map.get(codePoint) ?? 0;
    return {
      glyphOf,
      advanceOf: (codePoint) =>
        view.getUint16(hmtx + 4 * Math.min(glyphOf(codePoint), widths - 1)) / unitsPerEm,
    };
  } catch (error) {
    if (error instanceof RangeError) throw new FontFormatError('The font file is cut short');
    throw error;
  }
}
