/** A paragraph or a list of a short text; lines still carry their inline marks. */
export type ShortBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

const ORDERED = /^\s*\d+[.)]\s+/;
const BULLET = /^\s*[-*]\s+/;

/** Parts a text of the course format (a task, a summary) into paragraphs and plain lists. */
export function shortBlocks(markdown: string): readonly ShortBlock[] {
  return markdown
    .split(/\n\s*\n/)
    .map((chunk) => chunk.split('\n').filter((line) => line.trim() !== ''))
    .flatMap((lines) => (lines.length === 0 ? [] : blocksOf(lines)));
}

function blocksOf(lines: readonly string[]): readonly ShortBlock[] {
  const start = lines.findIndex((line) => ORDERED.test(line) || BULLET.test(line));
  if (start === -1) return [paragraph(lines)];
  const marker = ORDERED.test(lines[start] ?? '') ? ORDERED : BULLET;
  const before = start === 0 ? [] : [paragraph(lines.slice(0, start))];
  const items = itemsOf(lines.slice(start), marker);
  return [...before, { kind: 'list', ordered: marker === ORDERED, items }];
}

function paragraph(lines: readonly string[]): ShortBlock {
  return { kind: 'paragraph', text: lines.map((line) => line.trim()).join(' ') };
}

/** Lines without a marker go on with the item before them. */
function itemsOf(lines: readonly string[], marker: RegExp): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (marker.test(line) || last === undefined) items.push(line.replace(marker, '').trim());
    else items[items.length - 1] = `${last} ${line.trim()}`;
  }
  return items;
}
