import type { ChoiceGroup, Hours, ModuleKind, RootMeta } from './revision-meta.js';

/** Most paths that are told one by one; a course with more is refused as unreadable for anybody. */
export const MAX_PATHS = 2000;

/** A module as far as hours go. */
export interface ModuleHours {
  readonly nodeId: string;
  readonly moduleKind: ModuleKind;
  readonly hours: Hours;
}

/** What a path takes from a group: node ids. */
export interface GroupChoice {
  readonly group: string;
  readonly modules: readonly string[];
}

/** One admissible way through the choice groups, with its periods (tiết). */
export interface HoursPath {
  readonly choices: readonly GroupChoice[];
  readonly hours: Hours;
  readonly total: number;
  /** Periods above (positive) or below (negative) what the days hold. */
  readonly difference: number;
}

export const HOURS_PROBLEMS = [
  'hours_not_whole',
  'group_module_missing',
  'group_module_twice',
  'group_module_not_elective',
  'choose_out_of_range',
  'elective_in_no_group',
  'too_many_paths',
] as const;

/** Something that keeps hours from being counted: about a module (node id) or a group (code). */
export interface HoursProblem {
  readonly problem: (typeof HOURS_PROBLEMS)[number];
  readonly about: string;
}

/** The check of hours; `ok` when every path fits exactly and nothing is unclear. */
export interface HoursCheck {
  readonly ok: boolean;
  readonly expected: number;
  readonly paths: readonly HoursPath[];
  readonly problems: readonly HoursProblem[];
}

/**
 * Whether every admissible path through the choice groups takes exactly the periods that the days
 * hold. Modules in no group are on every path. Paths are not told while a group is unclear.
 */
export function checkHours(
  course: Pick<RootMeta, 'days' | 'periodsPerDay' | 'groups'>,
  modules: readonly ModuleHours[],
): HoursCheck {
  const expected = course.days * course.periodsPerDay;
  const problems = findProblems(course.groups, modules);
  if (problems.length > 0) return { ok: false, expected, paths: [], problems };
  const grouped = new Set(course.groups.flatMap((group) => group.modules));
  const common = modules.filter((module) => !grouped.has(module.nodeId));
  const byId = new Map(modules.map((module) => [module.nodeId, module]));
  const paths = choicesOf(course.groups).map((choices): HoursPath => {
    const chosen = choices.flatMap((choice) => choice.modules.flatMap((id) => byId.get(id) ?? []));
    const hours = sumHours([...common, ...chosen].map((module) => module.hours));
    const total = periodsOf(hours);
    return { choices, hours, total, difference: total - expected };
  });
  return { ok: paths.every(({ difference }) => difference === 0), expected, paths, problems };
}

/** All periods of a module or path. */
export function periodsOf({ theory, discussion, practice }: Hours): number {
  return theory + discussion + practice;
}

/** Sums by kind. */
export function sumHours(list: readonly Hours[]): Hours {
  return list.reduce(
    (sum, hours) => ({
      theory: sum.theory + hours.theory,
      discussion: sum.discussion + hours.discussion,
      practice: sum.practice + hours.practice,
    }),
    { theory: 0, discussion: 0, practice: 0 },
  );
}

function findProblems(
  groups: readonly ChoiceGroup[],
  modules: readonly ModuleHours[],
): readonly HoursProblem[] {
  const problems = [...moduleProblems(groups, modules), ...groupProblems(groups, modules)];
  const paths = groups.reduce((n, g) => n * combinationCount(g.modules.length, g.choose), 1);
  if (problems.length === 0 && paths > MAX_PATHS) {
    return [{ problem: 'too_many_paths', about: groups.map((group) => group.code).join(', ') }];
  }
  return problems;
}

function moduleProblems(
  groups: readonly ChoiceGroup[],
  modules: readonly ModuleHours[],
): readonly HoursProblem[] {
  const grouped = new Set(groups.flatMap((group) => group.modules));
  return modules.flatMap(({ nodeId, moduleKind, hours }): readonly HoursProblem[] => {
    const counts = [hours.theory, hours.discussion, hours.practice];
    const whole = counts.every((count) => Number.isSafeInteger(count) && count >= 0);
    const lost = moduleKind === 'elective' && !grouped.has(nodeId);
    const wrong = moduleKind !== 'elective' && grouped.has(nodeId);
    return [
      ...(whole ? [] : [{ problem: 'hours_not_whole' as const, about: nodeId }]),
      ...(lost ? [{ problem: 'elective_in_no_group' as const, about: nodeId }] : []),
      ...(wrong ? [{ problem: 'group_module_not_elective' as const, about: nodeId }] : []),
    ];
  });
}

function groupProblems(
  groups: readonly ChoiceGroup[],
  modules: readonly ModuleHours[],
): readonly HoursProblem[] {
  const known = new Set(modules.map((module) => module.nodeId));
  const seen = new Set<string>();
  const problems: HoursProblem[] = [];
  for (const { code, modules: ids, choose } of groups) {
    const possible = Number.isSafeInteger(choose) && choose >= 1 && choose <= ids.length;
    if (!possible) problems.push({ problem: 'choose_out_of_range', about: code });
    for (const id of ids) {
      if (!known.has(id)) problems.push({ problem: 'group_module_missing', about: id });
      if (seen.has(id)) problems.push({ problem: 'group_module_twice', about: id });
      seen.add(id);
    }
  }
  return problems;
}

function combinationCount(size: number, choose: number): number {
  let count = 1;
  for (let n = 1; n <= choose; n++) count = (count * (size - choose + n)) / n;
  return count;
}

function choicesOf(groups: readonly ChoiceGroup[]): readonly (readonly GroupChoice[])[] {
  return groups.reduce<readonly (readonly GroupChoice[])[]>(
    (paths, { code, modules, choose }) =>
      paths.flatMap((path) =>
        combinations(modules, choose).map((chosen) => [...path, { group: code, modules: chosen }]),
      ),
    [[]],
  );
}

function combinations<T>(list: readonly T[], choose: number): readonly (readonly T[])[] {
  if (choose === 0) return [[]];
  return list.flatMap((first, index) =>
    combinations(list.slice(index + 1), choose - 1).map((rest) => [first, ...rest]),
  );
}
