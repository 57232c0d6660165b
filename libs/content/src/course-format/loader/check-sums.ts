import { checkHours, type HoursPath } from '@cam-nang/domain';

import type { CourseErrors } from '../errors/course-error.js';
import type { CourseSource, ModuleSource } from './read-files.js';
import { slugOf } from './slugs.js';

/** Reports numbers that do not add up: draws, rubrics, and the periods of every admissible path. */
export function checkSums(source: CourseSource, errors: CourseErrors): void {
  for (const module of source.modules) {
    checkDraws(source, module, errors);
    checkRubric(module, errors);
  }
  checkPeriods(source, errors);
}

function checkDraws(source: CourseSource, { quiz }: ModuleSource, errors: CourseErrors): void {
  const questions = new Map(
    source.modules.map((module) => [module.folder, module.questions?.data.length ?? 0]),
  );
  for (const { module, count } of quiz?.data.draws ?? []) {
    const available = questions.get(module.value) ?? 0;
    if (count.value <= available) continue;
    const params = { module: module.value, count: count.value, available };
    errors.add(quiz?.path ?? '', count.place, 'draw_too_large', params);
  }
}

function checkRubric({ reportTask }: ModuleSource, errors: CourseErrors): void {
  if (reportTask === null) return;
  const { rubric, maxPoints } = reportTask.data;
  // Points have two decimals at most; hundredths add up exactly.
  const hundredths = rubric.reduce((sum, { points }) => sum + Math.round(points * 100), 0);
  if (hundredths === Math.round(maxPoints.value * 100)) return;
  const params = { total: hundredths / 100, expected: maxPoints.value };
  errors.add(reportTask.path, maxPoints.place, 'rubric_sum', params);
}

function checkPeriods({ course, modules }: CourseSource, errors: CourseErrors): void {
  const { days, periodsPerDay, groups } = course.data;
  const check = checkHours(
    {
      days: days.value,
      periodsPerDay,
      groups: groups.map(({ choose, modules: members, ...group }) => ({
        ...group,
        choose: choose.value,
        modules: members.map(({ value }) => slugOf(value)),
      })),
    },
    modules.map(({ module: { data } }) => ({
      nodeId: slugOf(data.code.value),
      moduleKind: data.kind,
      hours: data.hours,
    })),
  );
  for (const { problem, about } of check.problems) {
    errors.add(course.path, days.place, 'hours_problem', { problem, about });
  }
  for (const path of check.paths.filter(({ difference }) => difference !== 0)) {
    const params = { path: pathName(path), total: path.total, expected: check.expected };
    errors.add(course.path, days.place, 'hours_wrong', params);
  }
}

function pathName({ choices }: HoursPath): string {
  return choices.map(({ modules }) => modules.join(' + ')).join(', ') || '–';
}
