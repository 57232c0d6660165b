/** A snapshot that cannot become an edition, with the file that is the reason. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';

  constructor(
    /** `2019-01-01/chapter/article.md`, with `:12` where a line is meant. */
    readonly place: string,
    readonly reason: string,
  ) {
    super(`${place}: ${reason}`);
  }
}
