/** A snapshot that cannot become an edition, with the file that is the reason. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';

  constructor(
    /** `2019-01-01/chapter/article.md`, with `:12` where a line is meant. */
    readonly place: string,
    readonly reason: string,
  ) {
    super(`${placeInOneLine(place)}: ${reason}`);
  }
}

const LONGEST_PLACE = 240;

/** The place in one line that can be printed: names of files may hold anything: line feeds, signs that turn the line around, a thousand characters. */
export function placeInOneLine(place: string): string {
  const visible = place.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const signs = [...visible];
  if (signs.length <= LONGEST_PLACE) return visible;
  return `${signs.slice(0, LONGEST_PLACE / 2).join('')}…${signs.slice(-LONGEST_PLACE / 2).join('')}`;
}
