import { CourseErrors, FILE_START, type CourseFileError } from '../errors/course-error.js';
import { normaliseFileText } from '../markdown/front-matter.js';
import { applyChanges, type EditionFiles } from './apply-changes.js';
import { buildNodes } from './build-nodes.js';
import { checkAgreement } from './check-agreement.js';
import { checkNames } from './check-names.js';
import { checkReferences } from './check-references.js';
import { checkSums } from './check-sums.js';
import type { CourseLoad, LoadedCourse, LoadedEdition } from './loaded-course.js';
import { FileReader, type CourseSource, type LessonsRead } from './read-files.js';

/**
 * Loads one edition of a course from the texts of its files, by their paths inside the edition's
 * folder (`CD01/module.yaml`). An edition over a base holds only what differs, with `changes.yaml`.
 * The same files over the same base give the same ids; blocks and options that say the same as in
 * the base keep its ids. Lessons in `known` are not read again where their text is the same.
 */
export function loadCourseFolder(
  files: ReadonlyMap<string, string>,
  base: LoadedCourse | null = null,
  known: LessonsRead = new Map(),
): CourseLoad {
  const errors = new CourseErrors();
  const own = new Map([...files].map(([path, text]) => [path, normaliseFileText(text)]));
  const laid = base === null ? firstEdition(own) : applyChanges(own, base, errors);
  if (laid === null) return failure(errors);
  const source = new FileReader(laid.files, errors, known).readCourse();
  if (source === null || errors.list.length > 0) return failure(errors);
  const edition = laid.edition ?? editionOfCourse(source);
  checkLabel(source, edition, own, errors);
  checkNames(source, errors);
  checkReferences(source, errors);
  checkAgreement(source, errors);
  if (errors.list.length === 0) checkSums(source, errors);
  if (errors.list.length > 0) return failure(errors);
  return { ok: true, course: { edition, nodes: buildNodes(source, base), files: laid.files } };
}

/**
 * Loads every edition of a course from one set of files (`1.0/course.yaml`, `1.1/changes.yaml`), each
 * over the one that its `changes.yaml` names; stops at the first that is wrong. Errors carry the
 * whole path.
 */
export function loadCourseEditions(files: ReadonlyMap<string, string>): readonly EditionLoad[] {
  const loads: EditionLoad[] = [];
  const known: LessonsRead = new Map();
  let base: LoadedCourse | null = null;
  for (const folder of editionFolders(files)) {
    const prefix = `${folder}/`;
    const own = [...files].filter(([path]) => path.startsWith(prefix));
    const load = loadCourseFolder(
      new Map(own.map(([path, text]) => [path.slice(prefix.length), text])),
      base,
      known,
    );
    loads.push({ folder, load: withPrefix(load, prefix) });
    if (!load.ok) break;
    base = load.course;
  }
  return loads;
}

export interface EditionLoad {
  readonly folder: string;
  readonly load: CourseLoad;
}

const EDITION = /^(\d+)\.(\d+)\//;

/** Folders named like editions, in the order of their numbers. */
function editionFolders(files: ReadonlyMap<string, string>): readonly string[] {
  const labels = new Map<string, readonly [number, number]>();
  for (const path of files.keys()) {
    const [, major, minor] = EDITION.exec(path) ?? [];
    if (major === undefined || minor === undefined) continue;
    labels.set(`${major}.${minor}`, [Number(major), Number(minor)]);
  }
  return [...labels].sort(([, a], [, b]) => a[0] - b[0] || a[1] - b[1]).map(([label]) => label);
}

function withPrefix(load: CourseLoad, prefix: string): CourseLoad {
  if (load.ok) return load;
  const errors = load.errors.map((error) => ({ ...error, file: prefix + error.file }));
  return { ok: false, errors };
}

function firstEdition(files: ReadonlyMap<string, string>): {
  readonly edition: EditionFiles['edition'] | null;
  readonly files: ReadonlyMap<string, string>;
} {
  return { edition: null, files };
}

function editionOfCourse({ course }: CourseSource): LoadedEdition {
  return {
    label: course.data.edition.value,
    base: null,
    kind: 'amendment',
    force: course.data.force,
    decision: course.data.decision ?? null,
    added: [],
    replaced: [],
    removed: [],
    reasons: [],
  };
}

/** An edition that brings its own `course.yaml` is named and dated alike in both files. */
function checkLabel(
  { course }: CourseSource,
  edition: LoadedEdition,
  own: ReadonlyMap<string, string>,
  errors: CourseErrors,
): void {
  const { edition: label, force } = course.data;
  if (!own.has(course.path)) return;
  if (label.value === edition.label && force === edition.force) return;
  errors.add(course.path, label.place, 'base_differs', { base: label.value, given: edition.label });
}

function failure(errors: CourseErrors): {
  readonly ok: false;
  readonly errors: readonly CourseFileError[];
} {
  const { list } = errors;
  if (list.length === 0)
    errors.add('course.yaml', FILE_START, 'file_missing', { path: 'course.yaml' });
  const inOrder = [...list].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
  return { ok: false, errors: inOrder };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
