import { basename } from 'node:path';
import {
  ImportSnapshot,
  OpenHistory,
  SnapshotError,
  type CourseRow,
  type HistoryCourse,
} from '@cam-nang/curriculum';
import { DomainError } from '@cam-nang/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { UsageError, type Command, type CommandInput } from '../command.js';
import { ArticleTexts } from '../history/article-texts.js';
import { remarkLine } from '../history/remark-line.js';
import { titleOf } from '../history/snapshot-metadata.js';
import { withCurriculum } from '../history/history-app.js';
import { NORMAL_FORM_HELP } from '../history/normal-form-help.js';
import { snapshotDates, snapshotFolder, type SnapshotFolder } from '../history/snapshot-folders.js';
import { demandEmptyFolder, userFolder, writeArticle } from '../history/write-articles.js';

const CODE = /^\p{Lu}[\p{Lu}\d-]{0,19}$/u;

const HELP = `Usage: import:history <folder> [--code CODE] [--title TITLE]
       import:history <folder of one day> --normal-form <new folder>

Takes a history that somebody else wrote into a curriculum, each day as an edition in force from that day.

<folder>            holds one folder per day, named YYYY-MM-DD. In it are Markdown files (.md, .markdown):
                    the path is the article's name for ever, its folders are its chapter. A file under
                    another path is another article. Hidden files are left out, other files are counted.
metadata.json       optional, in the folder of a day:
                    {"title": "..."}                           title of the course from that day
                    {"mode": "changes", "removed": ["a/b.md"]}  the folder holds only what differs from
                                                               the day before; without it, everything
--code CODE         code of the course (capitals, digits, hyphens; at most 20); made of the title when absent.
                    A course that was imported before is continued: by --code always, by its title when
                    the folder holds a day that it has already
--title TITLE       when no metadata.json gives one; else the folder's name is the title
--normal-form DIR   writes the normal form of the articles of one folder and touches no database

All files are looked at before anything is written. Running it again changes nothing; later days continue
the line. Each edition is written whole or not at all, so that an import that broke off is continued by
running it again.

${NORMAL_FORM_HELP}`;

/** Takes dated folders of Markdown into a curriculum as dated editions. */
export const importHistory: Command = {
  name: 'import:history',
  summary: 'Take dated folders of Markdown into a curriculum as dated editions',
  help: HELP,
  options: {
    code: { type: 'string' },
    title: { type: 'string' },
    'normal-form': { type: 'string' },
  },
  async run(input) {
    const [name, ...more] = input.words;
    if (name === undefined || more.length > 0) throw new UsageError(HELP);
    const folder = userFolder(name, input.environment);
    const normal = input.options['normal-form'];
    try {
      if (typeof normal === 'string') return writeNormalForm(folder, normal, input);
      return await importFolder(folder, input);
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
      input.say(error.message);
      return 1;
    }
  },
};

function writeNormalForm(folder: string, target: string, { environment, say }: CommandInput) {
  const out = userFolder(target, environment);
  const snapshot = snapshotFolder(folder, '.');
  demandEmptyFolder(out);
  const texts = new ArticleTexts();
  for (const path of snapshot.files.keys()) writeArticle(out, path, texts.read(snapshot, path));
  say(`Wrote the normal form of ${snapshot.files.size} articles to ${out}.`);
  return 0;
}

async function importFolder(folder: string, input: CommandInput): Promise<number> {
  const dates = snapshotDates(folder);
  const { title: given } = input.options;
  const code =
    typeof input.options['code'] === 'string' ? input.options['code'].normalize('NFC') : undefined;
  if (code !== undefined && !CODE.test(code)) {
    throw new UsageError('--code takes capitals, digits and hyphens, at most 20.');
  }
  const fallback = typeof given === 'string' ? givenTitle(given) : folderTitle(folder);
  const title = checkedTitles(folder, dates)[0] ?? fallback;
  return withCurriculum('import-history', input.environment, async (app) => {
    const course = await open(app, { title, dates, ...(code !== undefined && { code }) });
    const told = await importAll(app, { course, folder, dates }, input.say);
    input.say(`Course ${course.code}, curriculum ${course.curriculumId}: ${told}.`);
    return 0;
  });
}

function givenTitle(words: string): string {
  const found = titleOf(words);
  if (found.title === null) throw new UsageError(`--title ${found.reason}.`);
  return found.title;
}

function folderTitle(folder: string): string {
  const found = titleOf(basename(folder));
  if (found.title !== null) return found.title;
  throw new UsageError(
    `The name of the folder can be no title (it ${found.reason}); give --title.`,
  );
}

/**
 * The titles of all days. Names, metadata and texts are read first: what can be told at once is told
 * before anything is written.
 */
function checkedTitles(folder: string, dates: readonly string[]): readonly string[] {
  const texts = new ArticleTexts();
  return dates.flatMap((date) => {
    const snapshot = snapshotFolder(folder, date);
    texts.check(snapshot);
    return snapshot.title ?? [];
  });
}

async function open(app: INestApplicationContext, wanted: HistoryCourse): Promise<CourseRow> {
  try {
    return await app.get(OpenHistory).run(wanted);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'course.code_taken') throw error;
    const { code, history } = error.details;
    if (history !== undefined) {
      throw new UsageError(
        `There is a history ${String(code)} already (${String(history)}) with no edition of a day in this ` +
          `folder; give --code ${String(code)} to continue it, or another for a course of its own.`,
      );
    }
    throw new UsageError(
      `There is a course ${String(code)} that was not made from a history; choose another --code.`,
    );
  }
}

async function importAll(
  app: INestApplicationContext,
  history: { readonly course: CourseRow; folder: string; dates: readonly string[] },
  say: (line: string) => void,
): Promise<string> {
  const texts = new ArticleTexts();
  const counts = { imported: 0, known: 0 };
  for (const date of history.dates) {
    const started = Date.now();
    const snapshot = snapshotFolder(history.folder, date);
    const remarks: string[] = [];
    const { state, edition, plan } = await app.get(ImportSnapshot).run(history.course, {
      ...snapshot,
      hashes: texts.hashes(snapshot),
      read: (path) => Promise.resolve(texts.read(snapshot, path)),
      remark: (path, remark) => remarks.push(remarkLine(`${date}/${path}`, remark)),
    });
    counts[state]++;
    if (state === 'known') continue;
    const { added, changed, removed } = plan;
    const change = `+${added.length} ~${changed.length} -${removed.length}`;
    say(
      `${date}  edition ${edition.major}.${edition.minor}  ${change}${notes(snapshot, removed)}  ${Date.now() - started} ms`,
    );
    remarks.forEach(say);
  }
  return `${counts.imported} editions imported, ${counts.known} were there already`;
}

function notes({ others, removed }: SnapshotFolder, gone: readonly string[]): string {
  const missing = removed.length > gone.length ? removed.length - gone.length : 0;
  return [
    ...(others > 0 ? [`  (${others} files are no Markdown)`] : []),
    ...(missing > 0 ? [`  (${missing} removed paths were not there)`] : []),
  ].join('');
}
