import { LineCounter, isNode, parseDocument, type Node } from 'yaml';

import { FILE_START, type CourseErrors, type SourcePlace } from '../errors/course-error.js';

/** One parsed YAML text with what is needed to say where something stands in it. */
export interface YamlFile {
  readonly name: string;
  readonly errors: CourseErrors;
  readonly root: Node | null;
  readonly lines: LineCounter;
}

/** Parses YAML without aliases and without keys twice; null (and errors) when it is malformed. */
export function parseYamlFile(name: string, text: string, errors: CourseErrors): YamlFile | null {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  });
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    errors.add(name, { line, column: col }, 'yaml_syntax', { reason: error.message });
  }
  if (document.errors.length > 0) return null;
  return { name, errors, root: document.contents, lines };
}

/** Where a node begins. */
export function placeOf(file: YamlFile, node: unknown): SourcePlace {
  const offset = isNode(node) ? node.range?.[0] : undefined;
  if (offset === undefined) return FILE_START;
  const { line, col } = file.lines.linePos(offset);
  return { line, column: col };
}
