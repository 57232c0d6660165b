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
  readonly listeners: Set<() => void>;
  snapshot: { readonly data: unknown; readonly problem: ApiProblem | undefined };
}

const empty = { data: undefined, problem: undefined };
const entries = new Map<string, Entry>();

function entryOf(key: string): Entry {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made: Entry = { ...empty, pending: undefined, listeners: new Set(), snapshot: empty };
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
}

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
    reload();
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, [reload]);
  return { data: snapshot.data as ResponseOf<E> | undefined, problem: snapshot.problem, reload };
}

function fetchInto<E extends EndpointDescriptor>(route: Route<E>, address: string): void {
  const entry = entryOf(address);
  const bound = { ...route, path: address as `/${string}` };
  entry.pending ??= refresh(entry, () => call(bound, {} as CallInput<E>));
}

/** Starts a read before any component asks for it (the entry does, so that text arrives one round trip earlier). */
export function preload<E extends EndpointDescriptor>(
  route: Route<E>,
  input: Omit<CallInput<E>, 'body'>,
): void {
  fetchInto(route, addressOf(route, input));
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
