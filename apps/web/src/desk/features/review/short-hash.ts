/** The first eight letters of a hash in two groups, as people read them out: `a3f9 27c1`. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
