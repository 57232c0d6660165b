import {
  keepPreviousData,
  QueryClient,
  useQueries,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { EndpointDescriptor, ResponseOf } from '@cam-nang/contracts';
import type { Route } from '@cam-nang/contracts/routes';
import { addressOf, call, type CallInput } from '../../lib/api/call.js';
import type { Loadable } from '../../lib/api/loadable.js';
import { asProblem } from '../../lib/api/problem.js';

/** The desk's memory of what it has read. `call` has its own retries. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 10_000, networkMode: 'always' } },
});

type ReadInput<E extends EndpointDescriptor> = Omit<CallInput<E>, 'body'>;

function keyOf<E extends EndpointDescriptor>(
  route: Route<E>,
  input: ReadInput<E> | undefined,
): readonly string[] {
  return input === undefined ? [route.path] : [route.path, addressOf(route, input)];
}

export interface Read<T> extends Loadable<T> {
  /** The query of the library, for what is rarely needed (fetching in the background, update time). */
  readonly query: UseQueryResult<T>;
}

/**
 * Reads an endpoint: `const board = useRead(readBoard, { params: { cohortId } })`, shown with `<Loaded from={board}>`.
 * `undefined` as input waits. `everyMs` reads again while the page is looked at; `keepPrevious` shows the old list
 * while a changed filter is read; `lasting` is for what never changes, and is not read again.
 */
export function useRead<E extends EndpointDescriptor>(
  route: Route<E>,
  input: ReadInput<E> | undefined,
  options: {
    readonly everyMs?: number;
    readonly keepPrevious?: boolean;
    readonly lasting?: boolean;
  } = {},
): Read<ResponseOf<E>> {
  const query = useQuery<ResponseOf<E>>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }): Promise<ResponseOf<E>> => call(route, input as CallInput<E>, { signal }),
    enabled: input !== undefined,
    refetchInterval: options.everyMs ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.lasting ? { staleTime: Infinity } : {}),
  });
  return {
    data: query.data,
    problem: query.error === null ? undefined : asProblem(query.error),
    reload: () => void query.refetch(),
    query,
  };
}

/**
 * Reads an endpoint for several things at once, in the order given; what has not arrived yet, or what may not
 * be read, is left out.
 */
export function useReadEach<E extends EndpointDescriptor>(
  route: Route<E>,
  inputs: readonly ReadInput<E>[],
): readonly ResponseOf<E>[] {
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: keyOf(route, input),
      queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<ResponseOf<E>> =>
        call(route, input as CallInput<E>, { signal }),
    })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
}

/**
 * Reads an endpoint for several things at once, whole or not at all: there once every answer is there, with the
 * first problem otherwise. For lists that would be wrong with a part missing. `undefined` as input waits.
 */
export function useReadAll<E extends EndpointDescriptor>(
  route: Route<E>,
  inputs: readonly ReadInput<E>[] | undefined,
): Loadable<readonly ResponseOf<E>[]> {
  return useQueries({
    queries: (inputs ?? []).map((input) => ({
      queryKey: keyOf(route, input),
      queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<ResponseOf<E>> =>
        call(route, input as CallInput<E>, { signal }),
    })),
    combine: (results) => {
      const arrived = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
      const failed = results.find(({ data, error }) => data === undefined && error !== null);
      const complete = inputs !== undefined && arrived.length === results.length;
      return {
        data: complete ? arrived : undefined,
        problem: failed === undefined ? undefined : asProblem(failed.error),
        reload: () => results.forEach((result) => void result.refetch()),
      };
    },
  });
}

/** Puts an answer in place of what was read (an event stream, the answer of a save). */
export function putRead<E extends EndpointDescriptor>(
  route: Route<E>,
  input: ReadInput<E>,
  update: (previous: ResponseOf<E> | undefined) => ResponseOf<E> | undefined,
): void {
  queryClient.setQueryData<ResponseOf<E>>(keyOf(route, input), (previous) => update(previous));
}

/** Marks everything read from these endpoints as old; what is on the screen is read again. */
export async function invalidate(...routes: readonly { readonly path: string }[]): Promise<void> {
  await Promise.all(routes.map(({ path }) => queryClient.invalidateQueries({ queryKey: [path] })));
}
