import { closeSync, openSync, writeSync } from 'node:fs';
import { EditionDiffs, HistoryTexts } from '@cam-nang/curriculum';
import { UsageError, type Command } from '../command.js';
import { withCurriculum } from '../history/history-app.js';
import { jsonLines } from '../history/json-lines.js';
import { userFolder } from '../history/write-articles.js';

const HELP = `Usage: diff:editions <curriculum> <from> <to> [--out FILE]

Prints how two editions differ, as JSON: {curriculum, from, to, diff, paths}. "diff" is the object that every
view of a difference reads: nodes added, removed, changed and moved, each with its title by words and its
text by blocks and words. "paths" gives the file of each node, by node id.

<curriculum>   code or id of the course, or id of its curriculum
<from> <to>    number of an edition ("3", "2.1") or a day (YYYY-MM-DD) on which it was in force
--out FILE     writes the JSON to a file. npm prints a header of its own: use this, or npm --silent run`;

/** Down to the nodes of the difference: each is written by itself. */
const LEVELS = 3;

/** Prints the difference of two editions. */
export const diffEditions: Command = {
  name: 'diff:editions',
  summary: 'Print how two editions of a curriculum differ, as JSON',
  help: HELP,
  options: { out: { type: 'string' } },
  async run({ words, options, say, environment }) {
    const [name, fromName, toName, ...more] = words;
    if (name === undefined || fromName === undefined || toName === undefined || more.length > 0) {
      throw new UsageError(HELP);
    }
    return withCurriculum('diff-editions', environment, async (app) => {
      const course = await app.get(HistoryTexts).course(name);
      if (course === null) throw new UsageError(`There is no curriculum ${name}.`);
      const diffs = app.get(EditionDiffs);
      const edition = async (wanted: string) => {
        const found = await diffs.find(course, wanted);
        if (found === null) throw new UsageError(`${course.code} has no edition ${wanted}.`);
        return found;
      };
      const result = await diffs.between(course, await edition(fromName), await edition(toName));
      const json = jsonLines(result, LEVELS);
      if (typeof options['out'] === 'string') {
        writeLines(userFolder(options['out'], environment), json);
      } else for (const lines of json) say(lines);
      return 0;
    });
  },
};

function writeLines(path: string, json: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const lines of json) writeSync(file, `${lines}\n`);
  } finally {
    closeSync(file);
  }
}
