import { FILE_START, type CourseErrors } from '../errors/course-error.js';

/** A lesson file in its two parts; both keep the line numbers of the file. */
export interface SplitLesson {
  readonly frontMatter: string;
  readonly body: string;
}

const FENCE = /^---\s*$/;

/** Parts the particulars of a lesson from its text; null when the file does not begin with them. */
export function splitFrontMatter(
  name: string,
  text: string,
  errors: CourseErrors,
): SplitLesson | null {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (!FENCE.test(lines[0] ?? '') || end < 0) {
    errors.add(name, FILE_START, 'front_matter_missing');
    return null;
  }
  const blank = (count: number) => '\n'.repeat(count);
  return {
    frontMatter: blank(1) + lines.slice(1, end).join('\n'),
    body: blank(end + 1) + lines.slice(end + 1).join('\n'),
  };
}

/** The text of a file as it is read: line feeds only, no byte order mark, NFC. */
export function normaliseFileText(text: string): string {
  return text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
