import { Html } from './html.js';

/** Icons of Lucide (ISC) in their 24 box. */
const PATHS = {
  genuine:
    '<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>',
  revoked:
    '<path d="m15 9-6 6"/><path d="M2.586 16.726A2 2 0 0 1 2 15.312V8.688a2 2 0 0 1 .586-1.414l4.688-4.688A2 2 0 0 1 8.688 2h6.624a2 2 0 0 1 1.414.586l4.688 4.688A2 2 0 0 1 22 8.688v6.624a2 2 0 0 1-.586 1.414l-4.688 4.688a2 2 0 0 1-1.414.586H8.688a2 2 0 0 1-1.414-.586z"/><path d="m9 9 6 6"/>',
  absent:
    '<path d="m13.5 8.5-5 5"/><path d="m8.5 8.5 5 5"/><circle cx="11" cy="11" r="8"/><path d="m21 21-4.3-4.3"/>',
  search: '<circle cx="11" cy="11" r="8"/><path d="m21 21-4.3-4.3"/>',
  wait: '<path d="M12 6v6l4 2"/><circle cx="12" cy="12" r="10"/>',
  info: '<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>',
} as const;

export type PageIcon = keyof typeof PATHS;

/** An icon as decoration; the words beside it say the same. */
export function icon(name: PageIcon): Html {
  return new Html(`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`);
}

/** The notebook of the brand. */
export const BRAND = new Html(
  '<svg viewBox="0 0 24 28" aria-hidden="true"><path class="bk" d="M2 3a2 2 0 0 1 2-2h18v26H4a2 2 0 0 1-2-2z"/><path class="mg" d="M7.5 1v26"/><path class="ln" d="M11 9h8M11 14h8M11 19h5"/></svg>',
);
