import { HistoryTexts } from '@cam-nang/curriculum';
import { editionLabel, parseCalendarDate } from '@cam-nang/domain';
import { UsageError, type Command } from '../command.js';
import { withCurriculum } from '../history/history-app.js';
import { NORMAL_FORM_HELP } from '../history/normal-form-help.js';
import { demandEmptyFolder, userFolder, writeArticle } from '../history/write-articles.js';

const HELP = `Usage: export:as-of <curriculum> <YYYY-MM-DD> <new folder>

Writes the articles in force on a day as Markdown files, each under the path it was imported from.

<curriculum>   code or id of the course, or id of its curriculum
<new folder>   must be empty or not be there

A lesson that came from no file is written into the folder of its chapter. Questions, quizzes and the other
things of a course that are no text are left out.

${NORMAL_FORM_HELP}`;

/** Writes the text in force on a day back as Markdown files. */
export const exportAsOf: Command = {
  name: 'export:as-of',
  summary: 'Write the articles of a curriculum in force on a day as Markdown files',
  help: HELP,
  async run({ words, say, environment }) {
    const [name, date, target, ...more] = words;
    if (name === undefined || date === undefined || target === undefined || more.length > 0) {
      throw new UsageError(HELP);
    }
    if (parseCalendarDate(date) === null) throw new UsageError(`${date} is no day (YYYY-MM-DD).`);
    const folder = userFolder(target, environment);
    return withCurriculum('export-as-of', environment, async (app) => {
      const texts = app.get(HistoryTexts);
      const course = await texts.course(name);
      if (course === null) throw new UsageError(`There is no curriculum ${name}.`);
      const edition = await texts.inForce(course, date);
      if (edition === null) {
        say(`No edition of ${course.code} was in force on ${date}.`);
        return 1;
      }
      demandEmptyFolder(folder);
      let count = 0;
      for await (const { path, text } of texts.files(edition)) {
        writeArticle(folder, path, text);
        count++;
      }
      say(`Wrote ${count} articles of ${course.code} ${editionLabel(edition)} to ${folder}.`);
      return 0;
    });
  },
};
