/** Where an image lies in the storage. */
export function imageKey(hash: string): string {
  return `images/${hash.slice(0, 2)}/${hash}`;
}
