import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { checkHours, type ModuleHours } from './hours.js';
import type { ChoiceGroup, ModuleKind } from './revision-meta.js';

function module(
  nodeId: string,
  [theory, discussion, practice]: readonly [number, number, number],
  moduleKind: ModuleKind = 'compulsory',
): ModuleHours {
  return { nodeId, moduleKind, hours: { theory, discussion, practice } };
}

const group = (modules: readonly string[], choose: number, code = 'TC'): ChoiceGroup => ({
  code,
  title: 'Chuyên đề tự chọn',
  titleEn: 'Elective topics',
  modules,
  choose,
});

/** Edition 1.0 of the sample course. */
const edition1 = [
  module('CD01', [2, 1, 1]),
  module('CD02', [2, 1, 3]),
  module('CD03', [2, 1, 2]),
  module('CD04', [2, 1, 2]),
  module('CD05', [1, 1, 2]),
  module('CD06', [1, 2, 1], 'elective'),
  module('CD07', [1, 1, 1], 'elective'),
  module('CD08', [1, 1, 2]),
  module('KT', [0, 0, 2], 'assessment'),
  module('TH', [0, 1, 2], 'assessment'),
];

const days = { days: 5, periodsPerDay: 8 };

describe('the check of hours', () => {
  it('finds the one path of edition 1.0, of 40 periods', () => {
    const check = checkHours({ ...days, groups: [group(['CD06', 'CD07'], 2)] }, edition1);
    expect(check).toEqual({
      ok: true,
      expected: 40,
      problems: [],
      paths: [
        {
          choices: [{ group: 'TC', modules: ['CD06', 'CD07'] }],
          hours: { theory: 12, discussion: 10, practice: 18 },
          total: 40,
          difference: 0,
        },
      ],
    });
  });

  it('tells by how much each path misses', () => {
    const check = checkHours({ ...days, groups: [group(['CD06', 'CD07'], 1)] }, edition1);
    expect(check.ok).toBe(false);
    expect(check.paths.map(({ choices, difference }) => [choices[0]?.modules, difference])).toEqual(
      [
        [['CD06'], -3],
        [['CD07'], -4],
      ],
    );
  });

  it('counts every combination of every group once', () => {
    const modules = ['a', 'b', 'c', 'd', 'e'].map((id) => module(id, [1, 0, 0], 'elective'));
    const groups = [group(['a', 'b', 'c'], 2, 'A'), group(['d', 'e'], 1, 'B')];
    const check = checkHours({ days: 1, periodsPerDay: 3, groups }, modules);
    expect(check.paths).toHaveLength(6);
    const told = check.paths.map((path) => JSON.stringify(path.choices));
    expect(new Set(told).size).toBe(6);
    expect(check.ok).toBe(true);
  });

  it('is content exactly when every path has the periods of the days', () => {
    const hours = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2));
    fc.assert(
      fc.property(fc.array(hours, { minLength: 2, maxLength: 5 }), hours, (electives, fixed) => {
        const list = electives.map((h, index) => module(`e${index}`, h, 'elective'));
        const ids = list.map(({ nodeId }) => nodeId);
        const course = { days: 1, periodsPerDay: 6, groups: [group(ids, 1)] };
        const sum = (h: readonly number[]) => h.reduce((a, b) => a + b, 0);
        const fits = electives.every((h) => sum(h) + sum(fixed) === 6);
        expect(checkHours(course, [module('f', fixed), ...list]).ok).toBe(fits);
      }),
    );
  });

  it.each<[string, readonly ChoiceGroup[], readonly ModuleHours[], readonly unknown[]]>([
    ['a missing module', [group(['x'], 1)], [], [{ problem: 'group_module_missing', about: 'x' }]],
    [
      'a module in two groups',
      [group(['e'], 1, 'A'), group(['e'], 1, 'B')],
      [module('e', [1, 0, 0], 'elective')],
      [{ problem: 'group_module_twice', about: 'e' }],
    ],
    [
      'a compulsory module to choose',
      [group(['c'], 1)],
      [module('c', [1, 0, 0])],
      [{ problem: 'group_module_not_elective', about: 'c' }],
    ],
    [
      'an elective nobody can choose',
      [],
      [module('e', [1, 0, 0], 'elective')],
      [{ problem: 'elective_in_no_group', about: 'e' }],
    ],
    [
      'more to choose than there is',
      [group(['e'], 2)],
      [module('e', [1, 0, 0], 'elective')],
      [{ problem: 'choose_out_of_range', about: 'TC' }],
    ],
    ['half a period', [], [module('c', [0.5, 0, 0])], [{ problem: 'hours_not_whole', about: 'c' }]],
    [
      'periods below zero',
      [],
      [module('c', [-1, 0, 0])],
      [{ problem: 'hours_not_whole', about: 'c' }],
    ],
  ])('names %s', (_name, groups, modules, problems) => {
    expect(checkHours({ ...days, groups }, modules)).toMatchObject({
      ok: false,
      paths: [],
      problems,
    });
  });

  it('refuses to tell thousands of paths', () => {
    const modules = Array.from({ length: 20 }, (_, n) => module(`e${n}`, [1, 0, 0], 'elective'));
    const groups = [
      group(
        modules.map(({ nodeId }) => nodeId),
        10,
      ),
    ];
    expect(checkHours({ ...days, groups }, modules).problems).toEqual([
      { problem: 'too_many_paths', about: 'TC' },
    ]);
  });
});
