import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';

type Path = readonly (string | number)[];

/** What a file says, and a way to complain about a place in it. */
export interface YamlSource<T> {
  readonly data: T;
  /** An error that names file, line and field. */
  readonly wrong: (path: Path, message: string) => SeedFileError;
}

/** A file of the seed does not hold; every line of the message names file, line and field. */
export class SeedFileError extends Error {
  override readonly name = 'SeedFileError';
}

/** Reads a file of the folder `seed/`. @throws SeedFileError */
export function readYaml<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
): YamlSource<z.output<S>> {
  const lines = new LineCounter();
  const text = readFileSync(join(folder, file), 'utf8');
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new SeedFileError(`${file}:${lines.linePos(broken.pos[0]).line} ${broken.message}`);
  }
  const line = (path: Path, message: string) =>
    `${file}:${lineOf(document, lines, path)} ${path.join('.')}: ${message}`;
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => line(path.map(part), message));
    throw new SeedFileError(wrong.join('\n'));
  }
  return { data: parsed.data, wrong: (path, message) => new SeedFileError(line(path, message)) };
}

function part(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}

/** The line of the innermost part of a path that is written down. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range !== undefined && node.range !== null) {
      return lines.linePos(node.range[0]).line;
    }
  }
  return 1;
}
