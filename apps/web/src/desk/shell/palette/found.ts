import { foldForSearch, matchSearch } from '@cam-nang/domain';

/** Something that can be gone to or done. */
export interface Item {
  readonly key: string;
  readonly group: GroupName;
  readonly icon: IconName;
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly sub?: string | undefined;
  /** Also found by this (a code, a user name), but not shown marked. */
  readonly also?: string | undefined;
  /** Where it leads; an act has `run` instead. */
  readonly href?: string | undefined;
  readonly run?: (() => void) | undefined;
  /** Its own key, where it has one. */
  readonly keys?: readonly string[] | undefined;
}

export const GROUPS = ['places', 'texts', 'acts', 'people'] as const;
export type GroupName = (typeof GROUPS)[number];
export type IconName =
  | 'place'
  | 'course'
  | 'lesson'
  | 'request'
  | 'cohort'
  | 'person'
  | 'act'
  | 'keys'
  | 'theme'
  | 'language';

/** An item that answers the search, with the part of its title that does. */
export interface Hit extends Item {
  readonly mark: readonly [number, number] | undefined;
}

const MOST_OF_A_GROUP = 6;

/** What answers the search, by group; without one, the places and acts. */
export function findItems(
  items: readonly Item[],
  typed: string,
): readonly { readonly group: GroupName; readonly hits: readonly Hit[] }[] {
  const search = typed.trim();
  return GROUPS.map((group) => {
    const own = items.filter((item) => item.group === group);
    const hits = search === '' ? startOf(group, own) : hitsOf(own, search);
    return { group, hits: hits.slice(0, search === '' ? own.length : MOST_OF_A_GROUP) };
  }).filter(({ hits }) => hits.length > 0);
}

function startOf(group: GroupName, items: readonly Item[]): readonly Hit[] {
  const shown = group === 'places' || group === 'acts';
  return shown ? items.map((item) => ({ ...item, mark: undefined })) : [];
}

function hitsOf(items: readonly Item[], search: string): readonly Hit[] {
  return items
    .map((item) => ({ item, rank: rankOf(item, search) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => ({ ...item, mark: markOf(item.title, search) }));
}

const NO_MATCH = 9;

/** Exact before marks forgiven, the head of a title before its middle, the title before all else. */
function rankOf(item: Item, search: string): number {
  const inTitle = matchSearch(search, item.title);
  if (inTitle !== 'none') {
    const head = foldForSearch(item.title).startsWith(foldForSearch(search)) ? 0 : 1;
    return (inTitle === 'exact' ? 0 : 2) + head;
  }
  if (matchSearch(search, item.also ?? '') !== 'none') return 4;
  return matchSearch(search, item.sub ?? '') === 'none' ? NO_MATCH : 5;
}

/** Where in a text the search was found, as positions of the text itself; marks are forgiven. */
export function markOf(text: string, search: string): readonly [number, number] | undefined {
  const wanted = foldForSearch(search);
  const letters = [...text.normalize('NFC')];
  // One letter of the text for one of the folded text, so that positions agree.
  const folded = letters.map((letter) => (/\s/u.test(letter) ? ' ' : foldForSearch(letter)));
  const at = folded.join('').indexOf(wanted);
  const even = folded.every((letter) => letter.length === 1);
  if (wanted === '' || at < 0 || !even) return undefined;
  return [at, at + wanted.length];
}
