import { sameJson, type JsonValue } from '../canon/canonical-json.js';
import type { JsonRecord } from '../diff/field-changes.js';
import { isPlainObject } from '../canon/canonical-json.js';

/** What three-way merging makes of one value; undefined is a value that is not there. */
export type MergedValue<T> =
  | { readonly value: T; readonly conflict: false }
  /** The base, until somebody decides. */
  | { readonly value: T; readonly conflict: true };

/** The rule of every atom: what only one side changed counts. */
export function mergeAtom<T>(
  base: T,
  ours: T,
  theirs: T,
  same: (a: T, b: T) => boolean = sameJson,
): MergedValue<T> {
  if (same(ours, theirs) || same(theirs, base)) return { value: ours, conflict: false };
  if (same(ours, base)) return { value: theirs, conflict: false };
  return { value: base, conflict: true };
}

/** A field in which two records collide. */
export interface FieldConflict {
  readonly path: readonly string[];
  readonly base: JsonValue | undefined;
  readonly ours: JsonValue | undefined;
  readonly theirs: JsonValue | undefined;
}

/** A record with the fields that collide; those hold the base. */
export interface MergedRecord {
  readonly record: JsonRecord;
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Merges records field by field over all keys there are, whatever their names: a field that nobody told
 * the merge about survives. Records in records likewise; lists are atoms.
 */
export function mergeRecords(
  base: JsonRecord,
  ours: JsonRecord,
  theirs: JsonRecord,
  above: readonly string[] = [],
): MergedRecord {
  const keys = new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)]);
  const entries: (readonly [string, JsonValue])[] = [];
  const conflicts: FieldConflict[] = [];
  for (const key of [...keys].sort()) {
    const path = [...above, key];
    const three = [own(base, key), own(ours, key), own(theirs, key)] as const;
    const [o, a, b] = three;
    if (isRecord(o) && isRecord(a) && isRecord(b)) {
      const inner = mergeRecords(o, a, b, path);
      entries.push([key, inner.record]);
      conflicts.push(...inner.conflicts);
      continue;
    }
    const { value, conflict } = mergeAtom(...three);
    if (conflict) conflicts.push({ path, base: o, ours: a, theirs: b });
    if (value !== undefined) entries.push([key, value]);
  }
  return { record: Object.fromEntries(entries), conflicts };
}

function own(record: JsonRecord, key: string): JsonValue | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return isPlainObject(value);
}
