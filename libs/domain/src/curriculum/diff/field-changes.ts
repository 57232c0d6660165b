import { isPlainObject, sameJson, type JsonValue } from '../canon/canonical-json.js';

/** A record of named JSON values. */
export type JsonRecord = Readonly<Record<string, JsonValue>>;

/** One field that differs; `before` or `after` is missing where the field is. Lists count as one value. */
export interface FieldChange {
  readonly path: readonly string[];
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** Every field in which two records differ, whatever its name, descending into records. */
export function fieldChanges(
  before: JsonRecord,
  after: JsonRecord,
  above: readonly string[] = [],
): readonly FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name): readonly FieldChange[] => {
    const path = [...above, name];
    const old = own(before, name);
    const now = own(after, name);
    if (isRecord(old) && isRecord(now)) return fieldChanges(old, now, path);
    if (sameJson(old, now)) return [];
    return [
      { path, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) },
    ];
  });
}

/** The record with every changed field as it is on one side. */
export function withFields(
  record: JsonRecord,
  changes: readonly FieldChange[],
  side: 'before' | 'after',
): JsonRecord {
  return changes.reduce((result, change) => setField(result, change.path, change[side]), record);
}

function setField(
  record: JsonRecord,
  path: readonly string[],
  value: JsonValue | undefined,
): JsonRecord {
  const [name, ...rest] = path;
  if (name === undefined) return record;
  const others = Object.entries(record).filter(([key]) => key !== name);
  if (rest.length === 0) {
    return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
  }
  const inner = own(record, name);
  const set = setField(isRecord(inner) ? inner : {}, rest, value);
  return Object.fromEntries([...others, [name, set]]);
}

function own(record: JsonRecord, name: string): JsonValue | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return isPlainObject(value);
}
