import type { Paper, PaperBlock, PaperLine, PaperRow } from './paper.js';

/** Stands for a character that the fonts of the paper lack. */
const UNKNOWN = '□';

/**
 * Text as it may stand in any file: composed letters; no control characters, halves of letters or
 * invisible marks, of which some would turn the direction of a line or break the file.
 */
export function printableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '');
}

/** The text with a box for every character that a font lacks. */
export function withKnownGlyphs(
  text: string,
  missing: (text: string) => readonly string[],
): string {
  return missing(text).reduce((result, one) => result.replaceAll(one, UNKNOWN), text);
}

/** The paper with every text of it passed through a function. */
export function mapPaperText(paper: Paper, change: (text: string) => string): Paper {
  const { above, issuer, number, place } = paper.head;
  return {
    ...paper,
    title: change(paper.title),
    author: change(paper.author),
    head: {
      above: change(above),
      issuer: change(issuer),
      number: change(number),
      place: change(place),
    },
    blocks: paper.blocks.map((block) => blockText(block, change)),
  };
}

function lineText(line: PaperLine, change: (text: string) => string): PaperLine {
  return line.map((run) => ({ ...run, text: change(run.text) }));
}

function rowText(row: PaperRow, change: (text: string) => string): PaperRow {
  if ('across' in row) return { across: lineText(row.across, change) };
  return { cells: row.cells.map((lines) => lines.map((line) => lineText(line, change))) };
}

function blockText(block: PaperBlock, change: (text: string) => string): PaperBlock {
  switch (block.kind) {
    case 'title':
      return { ...block, name: change(block.name), about: change(block.about) };
    case 'heading':
      return { ...block, text: change(block.text) };
    case 'paragraph':
      return { ...block, line: lineText(block.line, change) };
    case 'list':
      return { ...block, items: block.items.map((item) => lineText(item, change)) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: change(column.title) })),
        rows: block.rows.map((row) => rowText(row, change)),
      };
    case 'signatures':
      return {
        ...block,
        signers: block.signers.map(({ title, hint, name }) => ({
          title: change(title),
          hint: change(hint),
          name: change(name),
        })),
      };
  }
}
