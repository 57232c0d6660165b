import type { Permission } from './permissions.js';
import { ROLES, type Role } from './roles.js';

/**
 * Duties kept apart in one matter (law 8; dossier 10.3). Whoever did an act of the value's list in
 * this matter may not do the act of the key: who prepares an award does not sign it, an author does
 * not approve, who enters marks does not close them. Roles may be held together; the check is made
 * against what was really done, so that it also holds in a small office.
 */
const APART: Readonly<Partial<Record<Permission, readonly Permission[]>>> = {
  'award.sign': ['award.compute', 'award.submit'],
  'edition.issue': ['curriculum.edit', 'question.edit', 'change-request.submit', 'edition.prepare'],
  'change-request.review': ['curriculum.edit', 'question.edit', 'change-request.submit'],
  'mark.close': ['report.mark'],
};

/** An act that someone has done in the matter at hand (this award, this edition, this marking). */
export interface DoneAct {
  readonly act: Permission;
  readonly personId: string;
}

/** Whether a person may act after what they did before in the same matter. */
export type DutyVerdict =
  { readonly allowed: true } | { readonly allowed: false; readonly because: Permission };

/**
 * Judges one act in one matter by the acts already done in it. `because` names the earlier act of
 * the same person that forbids this one.
 */
export function judgeDuty(
  act: Permission,
  personId: string,
  done: readonly DoneAct[],
): DutyVerdict {
  const apart = APART[act] ?? [];
  const earlier = done.find((item) => item.personId === personId && apart.includes(item.act));
  return earlier === undefined ? { allowed: true } : { allowed: false, because: earlier.act };
}

/** Roles whose holder may hold no other but `trainee`: their worth is that they stand outside. */
const ALONE: ReadonlySet<Role> = new Set<Role>(['auditor', 'system-administrator']);

/**
 * True when one person may not hold both roles: the auditor changes nothing and the system
 * administrator has no part in marks, register, texts, cohorts or awards, so neither may be
 * combined with a role that has.
 */
export function incompatibleRoles(one: Role, other: Role): boolean {
  if (one === other || one === 'trainee' || other === 'trainee') return false;
  return ALONE.has(one) || ALONE.has(other);
}

/** Why a role may not be granted. */
export type GrantRefusal =
  { readonly code: 'own-account' } | { readonly code: 'incompatible'; readonly with: Role };

/**
 * Reasons against granting `role` to a person who holds `held`; empty when nothing speaks against
 * it. Nobody grants a role to themselves.
 */
export function refusalsOfGrant(input: {
  readonly actorId: string;
  readonly personId: string;
  readonly role: Role;
  readonly held: readonly Role[];
}): readonly GrantRefusal[] {
  const own: GrantRefusal[] = input.actorId === input.personId ? [{ code: 'own-account' }] : [];
  const clashes = ROLES.filter(
    (role) => input.held.includes(role) && incompatibleRoles(input.role, role),
  );
  return [...own, ...clashes.map((role): GrantRefusal => ({ code: 'incompatible', with: role }))];
}
