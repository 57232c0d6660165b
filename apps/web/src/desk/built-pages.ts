import type { PageName } from './routes.js';

let built: ReadonlySet<PageName> = new Set();

/** Notes which pages there are; the router does it once. A place without a page is not shown. */
export function noteBuiltPages(names: readonly PageName[]): void {
  built = new Set(names);
}

/** Whether a page exists. */
export function isBuilt(name: PageName): boolean {
  return built.has(name);
}
