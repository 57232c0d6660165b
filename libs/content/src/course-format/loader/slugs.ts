/** The lasting name of a node from the code or id that its file gives it. */
export function slugOf(id: string): string {
  return id.toLowerCase();
}

/** The lasting name of the bank of a module, which has none of its own in the files. */
export function bankSlug(moduleCode: string): string {
  return `${slugOf(moduleCode)}.bank`;
}
