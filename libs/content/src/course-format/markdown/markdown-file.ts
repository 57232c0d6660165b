import type { CourseErrorCode, CourseErrors, SourcePlace } from '../errors/course-error.js';
import { FILE_START } from '../errors/course-error.js';

interface Positioned {
  readonly position?:
    | {
        readonly start: { line: number; column: number; offset?: number | undefined };
        readonly end: { line: number; column: number; offset?: number | undefined };
      }
    | undefined;
}

/** One Markdown text that is being read, and where its errors go. */
export class MarkdownFile {
  private readonly lines: readonly string[];

  constructor(
    readonly name: string,
    readonly text: string,
    readonly errors: CourseErrors,
  ) {
    this.lines = text.split('\n');
  }

  /** Reports an error at the start of a node. */
  report(
    node: Positioned,
    code: CourseErrorCode,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    this.errors.add(this.name, this.placeOf(node), code, params);
  }

  placeOf({ position }: Positioned): SourcePlace {
    return position === undefined
      ? FILE_START
      : { line: position.start.line, column: position.start.column };
  }

  /** The source of a node, as the author wrote it; empty for nodes that parsing has made up. */
  sourceOf({ position }: Positioned): string {
    const { start, end } = position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return '';
    return this.text.slice(start.offset, end.offset);
  }

  /** The last line that a node reaches. */
  lastLineOf({ position }: Positioned): string {
    return position === undefined ? '' : (this.lines[position.end.line - 1] ?? '');
  }
}
