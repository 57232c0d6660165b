import type { JsonSchema } from './json-schema.js';

/** Shorter parts are easier to read where they stand than behind a reference. */
const WORTH_CHARACTERS = 160;

type Json = unknown;

function isNamedPart(value: Json): value is JsonSchema {
  return typeof value === 'object' && value !== null && 'properties' in value && 'type' in value;
}

function pascal(word: string): string {
  return word.replace(/(^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, __, letter: string) =>
    letter.toUpperCase(),
  );
}

/** The name of a whole body, out of the address it belongs to: `/api/jobs` → `JobsAnswer`. */
function bodyName(path: readonly string[]): string {
  const [address = ''] = path;
  const words = address.split('/').filter((word) => word !== 'api' && !word.startsWith('{'));
  return `${pascal(words.join(' '))}${path.includes('requestBody') ? 'Body' : 'Answer'}`;
}

/** A name for a part out of the keys that lead to it: `stages, items` → `StagesItem`. */
function nameOf(path: readonly string[]): string {
  const words = path.filter((key) => !/^(properties|\d+|anyOf|oneOf|allOf|schema)$/.test(key));
  const last = words.at(-1) ?? 'part';
  if (last.includes('/')) return bodyName(path);
  if (last !== 'items') return pascal(last);
  const list = words.at(-2) ?? 'list';
  return list.includes('/') ? `${bodyName(path)}Item` : `${pascal(list)}Item`;
}

/** Counts equal parts and keeps the path to the first of each. */
function count(
  value: Json,
  path: readonly string[],
  seen: Map<string, { path: readonly string[]; times: number }>,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (isNamedPart(value)) {
    const text = JSON.stringify(value);
    const known = seen.get(text);
    if (known === undefined) seen.set(text, { path, times: 1 });
    else {
      known.times += 1;
      return;
    }
  }
  for (const [key, item] of Object.entries(value)) count(item as Json, [...path, key], seen);
}

/**
 * Moves object schemas that occur more than once into named components and refers to them, so that
 * the document says every shape once. The same input gives the same names.
 */
export function hoistRepeated<T extends object>(
  paths: T,
  taken: readonly string[],
): { paths: T; components: Record<string, JsonSchema> } {
  const seen = new Map<string, { path: readonly string[]; times: number }>();
  count(paths, [], seen);
  const names = new Map<string, string>();
  const used = new Set(taken);
  for (const [text, { path, times }] of seen) {
    if (times < 2 || text.length < WORTH_CHARACTERS) continue;
    const base = nameOf(path);
    let name = base;
    for (let number = 2; used.has(name); number += 1) name = `${base}${String(number)}`;
    used.add(name);
    names.set(text, name);
  }
  const components: Record<string, JsonSchema> = {};
  for (const [text, name] of [...names].sort(([, a], [, b]) => (a < b ? -1 : 1))) {
    components[name] = inside(JSON.parse(text) as JsonSchema, names) as JsonSchema;
  }
  return { paths: replaced(paths, names) as T, components };
}

function replaced(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value !== 'object' || value === null) return value;
  const name = isNamedPart(value) ? names.get(JSON.stringify(value)) : undefined;
  return name === undefined ? inside(value, names) : { $ref: `#/components/schemas/${name}` };
}

/** The same value with the parts inside it replaced, itself never. */
function inside(value: object, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => replaced(item, names));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaced(item as Json, names)]),
  );
}
