import type { CourseErrors } from '../errors/course-error.js';
import type { ReportTaskFile } from '../files/report-task-file.js';
import type { QuestionDraft } from '../questions/question-draft.js';
import type { Located } from '../yaml/decoder.js';
import type { CourseSource, FromFile, ModuleSource } from './read-files.js';

type Kind = 'lesson' | 'outcome' | 'module';

/** Reports everything that is named and does not exist. */
export function checkReferences(source: CourseSource, errors: CourseErrors): void {
  new ReferenceCheck(source, errors).run();
}

class ReferenceCheck {
  private readonly known: Readonly<Record<Kind, ReadonlySet<string>>>;

  constructor(
    private readonly source: CourseSource,
    private readonly errors: CourseErrors,
  ) {
    const { outcomes, modules } = source.course.data;
    const lessons = source.modules.flatMap((module) => module.lessons);
    this.known = {
      outcome: new Set(outcomes.map(({ code }) => code.value)),
      module: new Set(modules.map(({ code }) => code.value)),
      lesson: new Set(lessons.map(({ data }) => data.particulars.id.value)),
    };
  }

  run(): void {
    const { path, data } = this.source.course;
    for (const { outcomes } of data.modules) this.expect(path, 'outcome', outcomes);
    for (const { modules } of data.groups) this.expect(path, 'module', modules);
    for (const module of this.source.modules) this.checkModule(module);
  }

  private checkModule(module: ModuleSource): void {
    const { path, data } = module.module;
    this.expect(path, 'outcome', data.outcomes);
    this.checkLessons(module);
    if (module.questions !== null) this.checkQuestions(module.questions);
    if (module.quiz !== null) {
      const drawn = module.quiz.data.draws.map((draw) => draw.module);
      this.expect(module.quiz.path, 'module', drawn);
    }
    if (module.reportTask !== null) this.checkReportTask(module.reportTask);
  }

  private checkQuestions({ path, data }: FromFile<readonly QuestionDraft[]>): void {
    for (const { lesson, outcome } of data) {
      this.expect(path, 'lesson', [lesson]);
      this.expect(path, 'outcome', [outcome]);
    }
  }

  private checkReportTask({ path, data }: FromFile<ReportTaskFile>): void {
    this.expect(path, 'lesson', data.lessons);
    this.expect(path, 'outcome', data.outcomes);
    this.expect(
      path,
      'outcome',
      data.rubric.map(({ outcome }) => outcome),
    );
  }

  /** Every lesson that a module lists is in its folder, and every lesson there is listed. */
  private checkLessons({ module, lessons }: ModuleSource): void {
    const present = new Set(lessons.map(({ data }) => data.particulars.id.value));
    const missing = module.data.lessons.filter(({ value }) => !present.has(value));
    for (const { value: id, place } of missing) {
      this.errors.add(module.path, place, 'reference_unknown', { kind: 'lesson', id });
    }
    const listed = new Set(module.data.lessons.map(({ value }) => value));
    for (const { path, data } of lessons) {
      const { value, place } = data.particulars.id;
      if (!listed.has(value))
        this.errors.add(path, place, 'file_not_listed', { list: module.path });
      this.expect(path, 'outcome', data.particulars.outcomes);
    }
  }

  private expect(path: string, kind: Kind, references: readonly Located<string>[]): void {
    for (const { value: id, place } of references) {
      if (!this.known[kind].has(id)) {
        this.errors.add(path, place, 'reference_unknown', { kind, id });
      }
    }
  }
}
