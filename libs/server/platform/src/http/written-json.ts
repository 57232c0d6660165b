/** A part of an answer that is JSON text already. */
class WrittenJson {
  constructor(readonly text: string) {}

  /** Where it does not stand at the top of an answer it is read and written like anything else. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

const written = new WeakMap<object, WrittenJson>();

/**
 * A large part of an answer that never changes (the text of a lesson), written as JSON once and kept
 * as long as the value itself. Put it at the top of the answer, in place of the value.
 */
export function writtenJson<T extends object>(value: T): T {
  const known = written.get(value) ?? new WrittenJson(JSON.stringify(value));
  written.set(value, known);
  return known as unknown as T;
}

/** True when writing the body by `writeJson` saves something. */
export function holdsWrittenJson(body: unknown): body is Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null) return false;
  return Object.values(body).some((part) => part instanceof WrittenJson);
}

/** The body as JSON, its written parts as they are. */
export function writeJson(body: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(body).flatMap(([name, part]) => {
    const text = part instanceof WrittenJson ? part.text : JSON.stringify(part);
    // JSON.stringify says undefined for what has no place in JSON.
    return (text as string | undefined) === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${parts.join(',')}}`;
}
