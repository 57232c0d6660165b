import type { CourseErrors } from '../errors/course-error.js';
import type { CourseSource } from './read-files.js';

/** Reports where `course.yaml` and a `module.yaml` say different things about one module. */
export function checkAgreement({ course, modules }: CourseSource, errors: CourseErrors): void {
  const own = new Map(modules.map(({ folder, module }) => [folder, module.data]));
  for (const listed of course.data.modules) {
    const module = own.get(listed.code.value);
    if (module === undefined) continue;
    const differs: Readonly<Record<string, boolean>> = {
      code: module.code.value !== listed.code.value,
      title: module.title !== listed.title,
      titleEn: module.titleEn !== listed.titleEn,
      kind: module.kind !== listed.kind,
      hours: JSON.stringify(module.hours) !== JSON.stringify(sorted(listed.hours, module.hours)),
      outcomes: valuesOf(module.outcomes) !== valuesOf(listed.outcomes),
    };
    for (const key of Object.keys(differs).filter((name) => differs[name])) {
      errors.add(course.path, listed.code.place, 'module_differs', {
        key,
        module: listed.code.value,
      });
    }
  }
}

/** The members of an object in the order of another. */
function sorted<T extends object>(object: T, like: T): Partial<T> {
  const keys = Object.keys(like) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, object[key]])) as Partial<T>;
}

function valuesOf(references: readonly { readonly value: string }[]): string {
  return references.map(({ value }) => value).join(' ');
}
