import { FILE_START, type CourseErrors } from '../errors/course-error.js';
import { changesFile, type ChangesFile } from '../files/changes-file.js';
import { decodeFile, type Located } from '../yaml/decoder.js';
import { parseYamlFile } from '../yaml/yaml-file.js';
import type { LoadedCourse, LoadedEdition } from './loaded-course.js';

const CHANGES = 'changes.yaml';

/** What an edition is and all of its files: those of its folder over those of its base. */
export interface EditionFiles {
  readonly edition: LoadedEdition;
  readonly files: ReadonlyMap<string, string>;
}

/** Lays the files of an edition over its base by its `changes.yaml`; null when that is wrong. */
export function applyChanges(
  own: ReadonlyMap<string, string>,
  base: LoadedCourse,
  errors: CourseErrors,
): EditionFiles | null {
  const text = own.get(CHANGES);
  if (text === undefined) {
    errors.add(CHANGES, FILE_START, 'file_missing', { path: CHANGES });
    return null;
  }
  const yaml = parseYamlFile(CHANGES, text, errors);
  const changes = yaml === null ? null : decodeFile(yaml, changesFile);
  if (changes === null) return null;
  checkBase(changes, base, errors);
  checkLists(changes, own, base, errors);
  checkReasons(changes, errors);
  const files = new Map(base.files);
  for (const { value } of changes.removed) files.delete(value);
  for (const [path, content] of own) if (path !== CHANGES) files.set(path, content);
  return { edition: editionOf(changes), files };
}

function editionOf(changes: ChangesFile): LoadedEdition {
  const paths = (list: readonly Located<string>[]) => list.map(({ value }) => value);
  return {
    label: changes.edition.value,
    base: changes.base.value,
    kind: changes.kind,
    force: changes.force,
    decision: changes.decision,
    added: paths(changes.added),
    replaced: paths(changes.replaced),
    removed: paths(changes.removed),
    reasons: changes.reasons.map(({ path, ...reason }) => ({ path: path.value, ...reason })),
  };
}

function checkBase(changes: ChangesFile, base: LoadedCourse, errors: CourseErrors): void {
  const { value, place } = changes.base;
  const given = base.edition.label;
  if (value !== given) errors.add(CHANGES, place, 'base_differs', { base: value, given });
}

/** What is listed is there, and what is there is listed. */
function checkLists(
  { added, replaced, removed }: ChangesFile,
  own: ReadonlyMap<string, string>,
  base: LoadedCourse,
  errors: CourseErrors,
): void {
  for (const { value: path, place } of [...added, ...replaced]) {
    if (!own.has(path)) errors.add(CHANGES, place, 'change_not_present', { path });
  }
  for (const { value: path, place } of added) {
    if (base.files.has(path)) errors.add(CHANGES, place, 'change_already_in_base', { path });
  }
  for (const { value: path, place } of [...replaced, ...removed]) {
    if (!base.files.has(path)) errors.add(CHANGES, place, 'change_not_in_base', { path });
  }
  const listed = new Set([...added, ...replaced].map(({ value }) => value));
  for (const path of own.keys()) {
    if (path !== CHANGES && !listed.has(path)) errors.add(path, FILE_START, 'change_not_listed');
  }
}

/** The council reads a reason for every change. */
function checkReasons(changes: ChangesFile, errors: CourseErrors): void {
  const { added, replaced, removed, reasons } = changes;
  const given = new Set(reasons.map(({ path }) => path.value));
  const changed = [...added, ...replaced, ...removed];
  for (const { value: path, place } of changed) {
    if (!given.has(path)) errors.add(CHANGES, place, 'reason_missing', { path });
  }
  const paths = new Set(changed.map(({ value }) => value));
  for (const { path } of reasons) {
    if (!paths.has(path.value)) {
      errors.add(CHANGES, path.place, 'reference_unknown', { kind: 'change', id: path.value });
    }
  }
}
