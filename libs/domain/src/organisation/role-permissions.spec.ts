import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PERMISSIONS, isPermission, needsFreshAuthentication } from './permissions.js';
import type { Permission } from './permissions.js';
import { ROLES, isDeskRole, isRole, sessionPolicy } from './roles.js';
import type { Role } from './roles.js';
import {
  grantsConferring,
  hasPermission,
  permissionsOf,
  rolePermissions,
} from './role-permissions.js';

const may = (role: Role, permission: Permission): boolean => hasPermission([{ role }], permission);
const holdersOf = (permission: Permission): readonly Role[] =>
  ROLES.filter((role) => may(role, permission));

describe('the table of roles and permissions', () => {
  it('has a row for every role and a holder for every permission', () => {
    expect([...rolePermissions.keys()].sort()).toEqual([...ROLES].sort());
    for (const permission of PERMISSIONS) {
      expect({ permission, holders: holdersOf(permission).length }).not.toEqual({
        permission,
        holders: 0,
      });
    }
  });

  it('names permissions as area.act, once each', () => {
    for (const permission of PERMISSIONS) expect(permission).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z-]+$/);
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    expect(isPermission('award.sign')).toBe(true);
    expect(isPermission('award.everything')).toBe(false);
    expect(isRole('trainee')).toBe(true);
    expect(isRole('root')).toBe(false);
  });

  it('leaves the acts of law to exactly the roles that own them', () => {
    expect(holdersOf('edition.prepare')).toEqual(['editor-in-chief']);
    expect(holdersOf('change-request.merge')).toEqual(['editor-in-chief']);
    expect(holdersOf('edition.issue')).toEqual(['signing-director']);
    expect(holdersOf('award.compute')).toEqual(['provincial-officer']);
    expect(holdersOf('award.submit')).toEqual(['provincial-officer']);
    expect(holdersOf('award.sign')).toEqual(['signing-director']);
    expect(holdersOf('report.mark')).toEqual(['marker']);
    expect(holdersOf('mark.close')).toEqual(['provincial-officer']);
    expect(holdersOf('audit.read')).toEqual(['auditor']);
    expect(holdersOf('account.grant')).toEqual(['system-administrator']);
  });

  it('gives the system administrator no part in texts, cohorts, marks, awards or register', () => {
    const areas =
      /^(curriculum|question|change-request|edition|cohort|enrolment|attendance|attempt|report|mark|study|award|register|certificate|rule-set|progress|audit|course\.manage)/;
    for (const permission of rolePermissions.get('system-administrator') ?? []) {
      expect(permission).not.toMatch(areas);
    }
  });

  it('lets the auditor change nothing', () => {
    for (const permission of rolePermissions.get('auditor') ?? []) {
      expect(permission).toMatch(/\.(read|own)$/);
    }
    for (const permission of PERMISSIONS.filter((item) => item.endsWith('.read'))) {
      expect(may('auditor', permission)).toBe(true);
    }
  });

  it('never lets one role prepare and sign, write and issue, enter marks and close them', () => {
    const apart: [Permission, Permission][] = [
      ['award.compute', 'award.sign'],
      ['award.submit', 'award.sign'],
      ['edition.prepare', 'edition.issue'],
      ['curriculum.edit', 'edition.issue'],
      ['report.mark', 'mark.close'],
    ];
    for (const [one, other] of apart) {
      expect(ROLES.filter((role) => may(role, one) && may(role, other))).toEqual([]);
    }
  });

  it('keeps a trainee away from everything that is not their own', () => {
    const beyond = [...(rolePermissions.get('trainee') ?? [])].filter(
      (permission) => !permission.endsWith('.own'),
    );
    expect(beyond.sort()).toEqual(['course.read', 'handbook.read', 'unit.read']);
  });
});

describe('grants', () => {
  const roles = fc.array(fc.constantFrom(...ROLES), { maxLength: 5 });
  const permissions = fc.constantFrom(...PERMISSIONS);

  it('confer nothing when there are none', () => {
    for (const permission of PERMISSIONS) expect(hasPermission([], permission)).toBe(false);
  });

  it('confer the union of their roles and no more', () => {
    fc.assert(
      fc.property(roles, permissions, (held, permission) => {
        const grants = held.map((role, index) => ({ role, unitId: `unit-${index}` }));
        const expected = held.some((role) => may(role, permission));
        expect(hasPermission(grants, permission)).toBe(expected);
        expect(permissionsOf(grants).has(permission)).toBe(expected);
        for (const grant of grantsConferring(grants, permission)) {
          expect(may(grant.role, permission)).toBe(true);
          expect(grants).toContain(grant);
        }
      }),
    );
  });
});

describe('sign-in', () => {
  it('asks a second factor and 12 hours of everyone with a desk role', () => {
    expect(ROLES.filter((role) => !isDeskRole(role))).toEqual(['trainee']);
    expect(sessionPolicy(['trainee', 'focal-point'])).toEqual({
      kind: 'desk',
      lifetimeHours: 12,
      secondFactor: 'required',
    });
    expect(sessionPolicy(['trainee'])).toEqual({
      kind: 'trainee',
      lifetimeHours: 720,
      secondFactor: 'optional',
    });
    expect(sessionPolicy([]).kind).toBe('trainee');
  });

  it('asks again before what cannot be undone', () => {
    expect(PERMISSIONS.filter(needsFreshAuthentication)).toEqual([
      'edition.issue',
      'mark.close',
      'award.sign',
    ]);
  });
});
