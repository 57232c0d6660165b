/** Names of the `:parameters` of a path pattern. */
export type PathParams<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParams<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type Arguments<P extends string> = [PathParams<P>] extends [never]
  ? [params?: undefined, query?: Query]
  : [params: Readonly<Record<PathParams<P>, string>>, query?: Query];

/** What stands after the question mark; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Puts parameters into a path pattern (`/modules/:moduleId`) and adds the query. */
export function fillPath(
  pattern: `/${string}`,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): `/${string}` {
  const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  ) as `/${string}`;
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return path;
  return `${path}?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}

/** The ids that stand for a pattern's `:parameters` in an address; nothing when the address is not of this pattern. */
export function readPath(
  pattern: string,
  address: string,
): Readonly<Record<string, string>> | undefined {
  const source = pattern.replace(/:(\w+)/g, '(?<$1>[\\w-]+)');
  const found = new RegExp(`^${source}/?$`).exec(address);
  return found === null ? undefined : { ...found.groups };
}

/** A typed `href(name, params, query)` over one table of path patterns. */
export function hrefOver<const T extends Readonly<Record<string, `/${string}`>>>(paths: T) {
  return <N extends keyof T>(name: N, ...[params, query]: Arguments<T[N]>): string =>
    fillPath(paths[name] ?? '/', params ?? {}, query);
}
