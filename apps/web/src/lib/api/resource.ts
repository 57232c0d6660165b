import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { EndpointDescriptor, ResponseOf } from '@cam-nang/contracts';
import type { Route } from '@cam-nang/contracts/routes';
import { addressOf, call, type CallInput } from './call.js';
import type { Loadable } from './loadable.js';
import { asProblem, type ApiProblem } from './problem.js';

interface Entry {
  data: unknown;
  problem: ApiProblem | undefined;
  pending: Promise<void> | undefined;
  /** Read ahead and not shown yet: the first component that asks takes it as it is. */
  ahead: boolean;
  readonly listeners: Set<() => void>;
  snapshot: { readonly data: unknown; readonly problem: ApiProblem | undefined };
}

const empty = { data: undefined, problem: undefined };
const entries = new Map<string, Entry>();

function entryOf(key: string): Entry {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made: Entry = {
    ...empty,
    pending: undefined,
    ahead: false,
    listeners: new Set(),
    snapshot: empty,
  };
  entries.set(key, made);
  return made;
}

function publish(entry: Entry): void {
  entry.snapshot = { data: entry.data, problem: entry.problem };
  for (const listener of entry.listeners) listener();
}

async function refresh(entry: Entry, load: () => Promise<unknown>): Promise<void> {
  try {
    entry.data = await load();
    entry.problem = undefined;
  } catch (error) {
    entry.problem = asProblem(error);
  }
  entry.pending = undefined;
  publish(entry);
  announceFirst();
}

let announceFirst: () => void = () => undefined;

/** Settles when the first read has been answered, well or not: from then on there is something to look at. */
export const firstAnswer = new Promise<void>((resolve) => {
  announceFirst = resolve;
});

/**
 * Reads an endpoint and keeps its answer while the page lives: what was seen before is shown at once and
 * refreshed behind. Give `undefined` as input to wait for what it depends on.
 */
export function useResource<E extends EndpointDescriptor>(
  route: Route<E>,
  input: Omit<CallInput<E>, 'body'> | undefined,
): Loadable<ResponseOf<E>> {
  const key = input === undefined ? '' : addressOf(route, input);
  const subscribe = useCallback(
    (listener: () => void) => {
      const { listeners } = entryOf(key);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [key],
  );
  const snapshot = useSyncExternalStore(subscribe, () => entryOf(key).snapshot);
  const reload = useCallback(() => {
    if (key !== '') fetchInto(route, key);
  }, [key, route]);
  useEffect(() => {
    if (!takeAhead(key)) reload();
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, [key, reload]);
  return { data: snapshot.data as ResponseOf<E> | undefined, problem: snapshot.problem, reload };
}

function fetchInto<E extends EndpointDescriptor>(route: Route<E>, address: string): void {
  const entry = entryOf(address);
  const bound = { ...route, path: address as `/${string}` };
  entry.pending ??= refresh(entry, () => call(bound, {} as CallInput<E>));
}

/** Starts a read before any component asks for it (the entry does, so that text arrives one round trip earlier). */
export function preload(address: `/${string}`): void {
  const entry = entryOf(address);
  if (entry.data !== undefined) return;
  entry.ahead = true;
  fetchInto({ method: 'GET', path: address, answer: 'json', upload: false }, address);
}

/** Answers of endpoints by their addresses. */
export type Answers = Readonly<Record<string, unknown>>;

/**
 * Puts answers in that came with the page: the components that ask for them take them as they are.
 * Answers how to forget them again.
 */
export function putAnswers(answers: Answers): () => void {
  for (const [address, data] of Object.entries(answers)) {
    const entry = entryOf(address);
    entry.data = data;
    entry.ahead = true;
    publish(entry);
  }
  announceFirst();
  return () => {
    for (const address of Object.keys(answers)) entries.delete(address);
  };
}

/** Whether the answer was read ahead and nobody has had it yet. A refusal does not count: it is asked again. */
function takeAhead(key: string): boolean {
  const entry = entryOf(key);
  const { ahead } = entry;
  entry.ahead = false;
  return ahead && (entry.pending !== undefined || entry.data !== undefined);
}

/** Puts an answer in place of what was read, for example the one of a save. */
export function putResource<E extends EndpointDescriptor>(
  route: Route<E>,
  input: Omit<CallInput<E>, 'body'>,
  data: ResponseOf<E>,
): void {
  const entry = entryOf(addressOf(route, input));
  entry.data = data;
  entry.problem = undefined;
  publish(entry);
}

/** Forgets everything read: at sign-out and when another person signs in. */
export function clearResources(): void {
  for (const entry of entries.values()) {
    entry.data = undefined;
    entry.problem = undefined;
    publish(entry);
  }
}
