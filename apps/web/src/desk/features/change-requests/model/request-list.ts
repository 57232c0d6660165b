/** What the list may be narrowed to; the word stands in the address. */
export const SHOWN = ['all', 'open', 'review', 'merge', 'done'] as const;
export type Shown = (typeof SHOWN)[number];

/** What the list must know of a request to order and narrow it. */
export interface ListedRequest {
  readonly state: string;
  readonly updatedAt: string;
  readonly allowed: { readonly review: boolean; readonly merge: boolean };
}

function isDone({ state }: ListedRequest): boolean {
  return state === 'merged' || state === 'abandoned';
}

const belongs: Readonly<Record<Shown, (request: ListedRequest) => boolean>> = {
  all: () => true,
  open: (request) => !isDone(request),
  review: ({ allowed }) => allowed.review,
  merge: ({ allowed }) => allowed.merge,
  done: isDone,
};

/** What the address asks for; anything unknown shows all. */
export function shownOf(raw: string | undefined): Shown {
  return SHOWN.find((one) => one === raw) ?? 'all';
}

/** The requests that belong to a filter, open ones first, then what was touched last. */
export function narrowed<R extends ListedRequest>(requests: readonly R[], shown: Shown): R[] {
  return requests
    .filter(belongs[shown])
    .sort(
      (a, b) => Number(isDone(a)) - Number(isDone(b)) || b.updatedAt.localeCompare(a.updatedAt),
    );
}
