import { describe, expect, it } from '@jest/globals';
import { incompatibleRoles, judgeDuty, refusalsOfGrant } from './duties.js';
import { hasPermission } from './role-permissions.js';
import { ROLES } from './roles.js';
import type { Permission } from './permissions.js';

describe('duties kept apart in one matter', () => {
  const table: [Permission, Permission][] = [
    ['award.compute', 'award.sign'],
    ['award.submit', 'award.sign'],
    ['curriculum.edit', 'edition.issue'],
    ['question.edit', 'edition.issue'],
    ['edition.prepare', 'edition.issue'],
    ['curriculum.edit', 'change-request.review'],
    ['change-request.submit', 'change-request.review'],
    ['report.mark', 'mark.close'],
  ];

  it.each(table)('who did %s may not do %s', (first, second) => {
    const done = [{ act: first, personId: 'an' }];
    expect(judgeDuty(second, 'an', done)).toEqual({ allowed: false, because: first });
    expect(judgeDuty(second, 'binh', done)).toEqual({ allowed: true });
    expect(judgeDuty(second, 'an', [])).toEqual({ allowed: true });
  });

  it('does not stand in the way of other acts', () => {
    expect(judgeDuty('award.submit', 'an', [{ act: 'award.compute', personId: 'an' }])).toEqual({
      allowed: true,
    });
  });
});

describe('roles held together', () => {
  it('keeps auditor and system administrator apart from all but trainee, both ways', () => {
    for (const one of ROLES) {
      for (const other of ROLES) {
        const expected =
          one !== other &&
          one !== 'trainee' &&
          other !== 'trainee' &&
          [one, other].some((role) => role === 'auditor' || role === 'system-administrator');
        expect({ one, other, no: incompatibleRoles(one, other) }).toEqual({
          one,
          other,
          no: expected,
        });
      }
    }
  });

  it('so no allowed holding lets a granter of roles sign, mark or write', () => {
    for (const other of ROLES.filter((role) => !incompatibleRoles('system-administrator', role))) {
      const grants = [{ role: 'system-administrator' as const }, { role: other }];
      for (const act of [
        'award.sign',
        'award.compute',
        'report.mark',
        'curriculum.edit',
      ] as const) {
        expect(hasPermission(grants, act)).toBe(false);
      }
    }
  });

  it('refuses a grant to oneself and a clash, naming both', () => {
    expect(
      refusalsOfGrant({
        actorId: 'an',
        personId: 'an',
        role: 'signing-director',
        held: ['trainee', 'system-administrator'],
      }),
    ).toEqual([{ code: 'own-account' }, { code: 'incompatible', with: 'system-administrator' }]);
    expect(
      refusalsOfGrant({ actorId: 'an', personId: 'binh', role: 'trainer', held: ['reviewer'] }),
    ).toEqual([]);
  });
});
