import { writeFileSync } from 'node:fs';
import { EditionDiffs, HistoryTexts } from '@cam-nang/curriculum';
import { UsageError, type Command } from '../command.js';
import { withCurriculum } from '../history/history-app.js';
import { userFolder } from '../history/write-articles.js';

const HELP = `Usage: diff:editions <curriculum> <from> <to> [--out FILE]

Prints how two editions differ, as JSON: {curriculum, from, to, diff, paths}. "diff" is the object that every
view of a difference reads: nodes added, removed, changed and moved, each with its title by words and its
text by blocks and words. "paths" gives the file of each node, by node id.

<curriculum>   code or id of the course, or id of its curriculum
<from> <to>    number of an edition ("3", "2.1") or a day (YYYY-MM-DD) on which it was in force
--out FILE     writes the JSON to a file. npm prints a header of its own: use this, or npm --silent run`;

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
      const json = JSON.stringify(result, null, 2);
      if (typeof options['out'] !== 'string') say(json);
      else writeFileSync(userFolder(options['out'], environment), `${json}\n`);
      return 0;
    });
  },
};
