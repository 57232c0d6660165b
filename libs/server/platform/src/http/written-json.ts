/** A part of an answer that is JSON text already. */
class WrittenJson {
  readonly bytes: Buffer;

  /** Kept as bytes: turning Vietnamese text into them costs more than all else that is done for a lesson. */
  constructor(text: string) {
    this.bytes = Buffer.from(text);
  }

  /** Where it does not stand at the top of an answer it is read and written like anything else. */
  toJSON(): unknown {
    return JSON.parse(this.bytes.toString());
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

/** The body as JSON in UTF-8, its written parts as they are. */
export function writeJson(body: Readonly<Record<string, unknown>>): Buffer {
  const pieces: Buffer[] = [];
  let text = '{';
  let separator = '';
  for (const [name, part] of Object.entries(body)) {
    const isWritten = part instanceof WrittenJson;
    const json = isWritten ? '' : (JSON.stringify(part) as string | undefined);
    // JSON.stringify says undefined for what has no place in JSON.
    if (json === undefined) continue;
    text += `${separator}${JSON.stringify(name)}:${json}`;
    separator = ',';
    if (!isWritten) continue;
    pieces.push(Buffer.from(text), part.bytes);
    text = '';
  }
  return Buffer.concat([...pieces, Buffer.from(`${text}}`)]);
}
