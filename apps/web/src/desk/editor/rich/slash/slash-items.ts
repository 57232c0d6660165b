import { foldForSearch } from '@cam-nang/domain';

/** Everything that can be inserted, in the order in which it is offered. */
export const SLASH_IDS = [
  'paragraph',
  'heading2',
  'heading3',
  'heading4',
  'case',
  'legal',
  'steps',
  'form',
  'warning',
  'qa',
  'check',
  'contact',
  'bulletList',
  'orderedList',
  'table',
  'image',
  'blockquote',
  'horizontalRule',
] as const;

export type SlashId = (typeof SLASH_IDS)[number];

/** A block as the menu offers it: its name, what it is for, and other words people look for. */
export interface SlashItem {
  readonly id: SlashId;
  readonly title: string;
  readonly hint: string;
  readonly words: string;
}

/** Where a block may stand: course blocks only at the top of a lesson. */
const TOP_ONLY: ReadonlySet<SlashId> = new Set([
  ...(['case', 'legal', 'steps', 'form', 'warning', 'qa', 'check', 'contact'] as const),
  ...(['heading2', 'heading3', 'heading4'] as const),
]);

/** Blocks that answer what was typed, those whose name begins with it first; marks are forgiven. */
export function slashMatches(
  items: readonly SlashItem[],
  query: string,
  atTop: boolean,
): readonly SlashItem[] {
  const possible = items.filter((item) => atTop || !TOP_ONLY.has(item.id));
  const typed = foldForSearch(query);
  if (typed === '') return possible;
  return possible
    .map((item) => ({ item, rank: rankOf(item, typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ item }) => item);
}

function rankOf(item: SlashItem, typed: string): number {
  const title = foldForSearch(item.title);
  if (title.startsWith(typed)) return 4;
  if (title.includes(typed)) return 3;
  if (foldForSearch(item.hint).includes(typed)) return 2;
  return foldForSearch(item.words).includes(typed) || item.id.toLowerCase().startsWith(typed)
    ? 1
    : 0;
}
