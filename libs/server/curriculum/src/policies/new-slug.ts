import type { NodeKind } from '@cam-nang/domain';

/** What stands between the parent's name and the number, by kind. */
const MIDDLE: Readonly<Partial<Record<NodeKind, string>>> = {
  question: 'q',
  quiz: 'kt',
  annex: 'pl',
};

/**
 * A free stable name for a new node: lessons "cd02-05", questions "cd02-q13", modules "cd10". `codes`
 * is what people call the module; `taken` are all names the curriculum ever used.
 */
export function newSlug(
  node: { readonly kind: NodeKind; readonly code: string | null; readonly parentSlug: string },
  taken: ReadonlySet<string>,
): string {
  if (node.code !== null) {
    const own = node.code.toLowerCase().replace(/[^a-z0-9-]/g, '');
    if (/^[a-z0-9]/.test(own) && !taken.has(own)) return own;
  }
  const bank = `${moduleName(node.parentSlug)}.bank`;
  if (node.kind === 'bank' && !taken.has(bank)) return bank;
  const stem = `${moduleName(node.parentSlug)}-${MIDDLE[node.kind] ?? ''}`;
  for (let number = 1; ; number += 1) {
    const slug = `${stem}${String(number).padStart(2, '0')}`;
    if (!taken.has(slug)) return slug;
  }
}

/** The module's part of a name: "cd02" of "cd02.bank". */
function moduleName(slug: string): string {
  return slug.split(/[-.]/)[0] ?? slug;
}
