/** The first eight letters of a hash in two groups, as people read them out: `5be0 91d7`. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
