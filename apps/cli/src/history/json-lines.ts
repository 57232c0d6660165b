/**
 * The lines that `JSON.stringify(value, null, 2)` would give, a few at a time: what differs between two
 * editions of whole laws is longer than any one string may be. `depth` levels are taken apart, each
 * element below comes whole.
 */
export function jsonLines(value: object, depth: number): Generator<string> {
  return lines(value, { depth, margin: '', lead: '', tail: '' });
}

interface Place {
  readonly depth: number;
  /** What every line begins with. */
  readonly margin: string;
  readonly lead: string;
  readonly tail: string;
}

function* lines(value: unknown, place: Place): Generator<string> {
  const { depth, margin, lead, tail } = place;
  const parts = depth > 0 ? partsOf(value) : [];
  if (parts.length === 0) {
    yield `${lead}${JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`)}${tail}`;
    return;
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  yield `${lead}${open}`;
  const inner = `${margin}  `;
  for (const [index, [name, part]] of parts.entries()) {
    const comma = index < parts.length - 1 ? ',' : '';
    yield* lines(part, { depth: depth - 1, margin: inner, lead: `${inner}${name}`, tail: comma });
  }
  yield `${margin}${close}${tail}`;
}

/** The elements of a list or the members of an object, each behind its name. */
function partsOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.map((part: unknown) => ['', part ?? null]);
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => [`${JSON.stringify(name)}: `, part]);
}
