import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A question of the sample course with what answers it rightly. */
export interface KnownQuestion {
  readonly stem: string;
  readonly type: string;
  readonly options?: readonly { readonly text: string; readonly correct?: boolean }[];
  readonly accepted?: readonly string[];
  readonly answer?: number;
  readonly pairs?: readonly { readonly left: string; readonly right: string }[];
  readonly text?: string;
}

/** The questions of `seed/course` by their stem as it stands on the screen; the newest edition has the last word. */
export function readAnswerKey(root = process.cwd()): ReadonlyMap<string, KnownQuestion> {
  const course = join(root, 'seed', 'course');
  const files = ['1.0', '1.1', '2.0']
    .flatMap((edition) =>
      readdirSync(join(course, edition), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(course, edition, path),
      ),
    )
    .filter((path) => path.endsWith('questions.yaml'));
  const questions = files.flatMap((file) => parse(readFileSync(file, 'utf8')) as KnownQuestion[]);
  return new Map(questions.map((question) => [plain(question.stem), question]));
}

/** Text as it is read: without the signs of Markdown, in single spaces. */
export function plain(text: string): string {
  return text
    .replace(/[*_`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What fills the gaps of a text: the first accepted answer of each. */
export function gapAnswers(text: string): string[] {
  return [...text.matchAll(/\{\{gap:([^|}]*)/g)].map(([, first = '']) => first);
}
