import type { DraftDocument } from '../../document/document-types.js';
import { FILE_START, type CourseErrors, type SourcePlace } from '../errors/course-error.js';
import { courseFile, type CourseFile } from '../files/course-file.js';
import { lessonFrontMatter, type LessonFrontMatter } from '../files/lesson-file.js';
import { moduleFile, type ModuleFile } from '../files/module-file.js';
import { quizFile, type QuizFile } from '../files/quiz-file.js';
import { reportTaskFile, type ReportTaskFile } from '../files/report-task-file.js';
import { surveyFile, type SurveyFile } from '../files/survey-file.js';
import { splitFrontMatter } from '../markdown/front-matter.js';
import { parseDocument } from '../markdown/parse-document.js';
import { decodeQuestion } from '../questions/decode-question.js';
import type { QuestionDraft } from '../questions/question-draft.js';
import { decodeFile, list, type Decoder } from '../yaml/decoder.js';
import { parseYamlFile } from '../yaml/yaml-file.js';

/** Something read from a file, with the file's path. */
export interface FromFile<T> {
  readonly path: string;
  readonly data: T;
}

export interface LessonSource {
  readonly particulars: LessonFrontMatter;
  readonly document: DraftDocument;
}

/** One module's folder, read. */
export interface ModuleSource {
  readonly folder: string;
  readonly module: FromFile<ModuleFile>;
  readonly lessons: readonly FromFile<LessonSource>[];
  readonly questions: FromFile<readonly QuestionDraft[]> | null;
  readonly quiz: FromFile<QuizFile> | null;
  readonly reportTask: FromFile<ReportTaskFile> | null;
  readonly survey: FromFile<SurveyFile> | null;
}

export interface CourseSource {
  readonly course: FromFile<CourseFile>;
  readonly modules: readonly ModuleSource[];
}

const COURSE_FILE = 'course.yaml';
const CHANGES_FILE = 'changes.yaml';

/** Lessons that were read without an error, by path: an edition keeps most texts of the one before. */
export type LessonsRead = Map<string, { readonly text: string; readonly lesson: LessonSource }>;

/** Reads the files of an edition one by one. What can be read is given; the rest are errors. */
export class FileReader {
  private readonly used = new Set<string>([CHANGES_FILE]);

  constructor(
    private readonly files: ReadonlyMap<string, string>,
    private readonly errors: CourseErrors,
    private readonly known: LessonsRead = new Map(),
  ) {}

  readCourse(): CourseSource | null {
    const course = this.yaml(COURSE_FILE, courseFile, COURSE_FILE, FILE_START);
    if (course === null) return null;
    const modules = course.data.modules.flatMap(
      ({ code }) => this.readModule(code.value, code.place) ?? [],
    );
    this.reportUnusedFiles();
    return { course, modules };
  }

  private readModule(folder: string, place: SourcePlace): ModuleSource | null {
    const own = `${folder}/module.yaml`;
    const module = this.yaml(own, moduleFile, COURSE_FILE, place);
    const lessons = this.readLessons(folder);
    const questions = this.optional(`${folder}/questions.yaml`, list(decodeQuestion, 1));
    const quiz = this.optional(`${folder}/quiz.yaml`, quizFile);
    if (module === null) return null;
    const { reportTask, survey } = module.data;
    const named = <T>(name: typeof survey, decoder: Decoder<T>) =>
      name === undefined
        ? null
        : this.yaml(`${folder}/${name.value}`, decoder, module.path, name.place);
    return {
      folder,
      module,
      lessons,
      questions,
      quiz,
      reportTask: named(reportTask, reportTaskFile),
      survey: named(survey, surveyFile),
    };
  }

  private readLessons(folder: string): readonly FromFile<LessonSource>[] {
    const paths = [...this.files.keys()].filter(
      (path) => path.startsWith(`${folder}/`) && path.endsWith('.md'),
    );
    return paths.sort().flatMap((path) => this.readLesson(path) ?? []);
  }

  private readLesson(path: string): FromFile<LessonSource> | null {
    this.used.add(path);
    const text = this.files.get(path) ?? '';
    const known = this.known.get(path);
    if (known?.text === text) return { path, data: known.lesson };
    const lesson = this.parseLesson(path, text);
    if (lesson === null) return null;
    this.known.set(path, { text, lesson });
    return { path, data: lesson };
  }

  private parseLesson(path: string, text: string): LessonSource | null {
    const split = splitFrontMatter(path, text, this.errors);
    if (split === null) return null;
    const yaml = parseYamlFile(path, split.frontMatter, this.errors);
    const particulars = yaml === null ? null : decodeFile(yaml, lessonFrontMatter);
    const document = parseDocument(path, split.body, this.errors);
    if (particulars === null || document === null) return null;
    return { particulars, document };
  }

  private optional<T>(path: string, decoder: Decoder<T>): FromFile<T> | null {
    return this.files.has(path) ? this.yaml(path, decoder, path, FILE_START) : null;
  }

  /** A YAML file; when it is missing the error stands where it is asked for. */
  private yaml<T>(
    path: string,
    decoder: Decoder<T>,
    asker: string,
    place: SourcePlace,
  ): FromFile<T> | null {
    const text = this.files.get(path);
    this.used.add(path);
    if (text === undefined) {
      this.errors.add(asker, place, 'file_missing', { path });
      return null;
    }
    const yaml = parseYamlFile(path, text, this.errors);
    const data = yaml === null ? null : decodeFile(yaml, decoder);
    return data === null ? null : { path, data };
  }

  private reportUnusedFiles(): void {
    for (const path of this.files.keys()) {
      if (this.used.has(path)) continue;
      const isNamed = /(?:report-task|survey)\.yaml$/.test(path);
      if (isNamed) this.errors.add(path, FILE_START, 'file_not_listed', { list: 'module.yaml' });
      else this.errors.add(path, FILE_START, 'file_unknown');
    }
  }
}
