/**
 * The normal form of an article that somebody else wrote: what an import keeps and an export gives
 * back, byte for byte.
 *
 * - no byte order mark, line feeds only, Unicode in NFC;
 * - no blanks and tabs at the ends of lines, but exactly two blanks where a line of words ended with two
 *   or more: in Markdown that is a line break;
 * - no empty lines at the end, one line feed after the last line; an empty text stays empty.
 *
 * Nothing else changes: markers, indentation, escapes and whatever the lesson cannot show stay as they
 * were written. Applying it twice changes nothing more.
 */
export function normalArticle(text: string): string {
  const lines = text
    .replace(/^\uFEFF+/u, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .split('\n')
    .map(normalLine);
  while (lines.at(-1) === '') lines.pop();
  const last = lines.pop();
  if (last === undefined) return '';
  return `${[...lines, withoutTrail(last)].join('\n')}\n`;
}

function normalLine(line: string): string {
  const words = withoutTrail(line);
  if (words === '') return '';
  return line.endsWith('  ') ? `${words}  ` : words;
}

/** Without the white space at the end, which nobody sees: from the end, for a line may be megabytes of it. */
function withoutTrail(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return line.slice(0, end);
}
