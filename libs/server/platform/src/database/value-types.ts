import { types } from 'pg';

const INT8 = 20;
const DATE = 1082;

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is not exact as a number`);
  return value;
}

/**
 * How values arrive from PostgreSQL: `bigint` as an exact number (counts), `date` as `YYYY-MM-DD`
 * (never an instant), `numeric` as text, `timestamptz` as Date, `jsonb` parsed.
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return exactInteger;
    if (oid === DATE) return (text: string) => text;
    return types.getTypeParser(oid, format);
  },
};
