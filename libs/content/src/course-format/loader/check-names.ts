import type { CourseErrors, SourcePlace } from '../errors/course-error.js';
import type { Located } from '../yaml/decoder.js';
import type { CourseSource, ModuleSource } from './read-files.js';
import { bankSlug, slugOf } from './slugs.js';

interface Named {
  readonly path: string;
  readonly id: string;
  readonly place: SourcePlace;
}

/** Reports names that two things share: every node of a course has a name of its own. */
export function checkNames(source: CourseSource, errors: CourseErrors): void {
  const { path, data } = source.course;
  const named = [
    entry(path, data.code),
    ...data.outcomes.map(({ code }) => entry(path, code)),
    ...data.modules.map(({ code }) => entry(path, code)),
    ...source.modules.flatMap(namesOf),
  ];
  const first = new Map<string, string>();
  for (const { path: file, id, place } of named) {
    const slug = slugOf(id);
    const other = first.get(slug);
    if (other === undefined) first.set(slug, file);
    else errors.add(file, place, 'id_twice', { id, file: other });
  }
}

function namesOf(module: ModuleSource): readonly Named[] {
  const { questions, quiz, reportTask, survey } = module;
  return [
    ...module.lessons.map(({ path, data }) => entry(path, data.particulars.id)),
    ...(questions?.data.map(({ id }) => entry(questions.path, id)) ?? []),
    ...(questions === null
      ? []
      : [
          {
            path: questions.path,
            id: bankSlug(module.folder),
            place: module.module.data.code.place,
          },
        ]),
    ...(quiz === null ? [] : [entry(quiz.path, quiz.data.id)]),
    ...(reportTask === null ? [] : [entry(reportTask.path, reportTask.data.code)]),
    ...(survey === null ? [] : [entry(survey.path, survey.data.id)]),
  ];
}

function entry(path: string, { value, place }: Located<string>): Named {
  return { path, id: value, place };
}
