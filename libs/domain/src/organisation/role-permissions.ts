import type { Permission } from './permissions.js';
import type { Role } from './roles.js';

/** What everyone with an account has. */
const EVERYONE: readonly Permission[] = [
  'account.own',
  'session.own',
  'unit.read',
  'course.read',
  'handbook.read',
];

/** What is added to `EVERYONE` for each role. */
const ADDED: Readonly<Record<Role, readonly Permission[]>> = {
  trainee: ['study.own', 'attempt.own', 'report.own', 'certificate.own'],
  trainer: [
    'curriculum.read',
    'curriculum.comment',
    'curriculum.edit',
    'legal-document.keep',
    'question.read',
    'question.edit',
    'change-request.submit',
    'council.vote',
    'cohort.read',
    'progress.read',
    'attempt.read',
    'attendance.record',
    'rule-set.read',
  ],
  reviewer: [
    'curriculum.read',
    'curriculum.comment',
    'question.read',
    'change-request.review',
    'council.vote',
  ],
  'editor-in-chief': [
    'course.manage',
    'curriculum.read',
    'curriculum.comment',
    'curriculum.edit',
    'legal-document.keep',
    'question.read',
    'question.edit',
    'change-request.submit',
    'change-request.review',
    'change-request.merge',
    'edition.prepare',
    'council.convene',
    'council.vote',
    'rule-set.read',
  ],
  marker: ['cohort.read', 'attempt.read', 'report.read', 'report.mark', 'rule-set.read'],
  'class-manager': [
    'account.renew-code',
    'cohort.read',
    'cohort.manage',
    'enrolment.manage',
    'enrolment.import',
    'attendance.record',
    'progress.read',
    'attempt.read',
    'report.read',
    'award.read',
    'rule-set.read',
  ],
  'focal-point': ['account.renew-code', 'cohort.read', 'progress.read', 'rule-set.read'],
  'provincial-officer': [
    'account.read',
    'account.manage',
    'account.renew-code',
    'account.personal-number',
    'cohort.open',
    'cohort.read',
    'cohort.manage',
    'enrolment.manage',
    'enrolment.import',
    'attendance.record',
    'progress.read',
    'attempt.read',
    'report.read',
    'mark.close',
    'award.read',
    'award.compute',
    'award.submit',
    'register.read',
    'certificate.read',
    'rule-set.read',
    'rule-set.manage',
    'job.read',
    'job.retry',
  ],
  'signing-director': [
    'curriculum.read',
    'curriculum.comment',
    'question.read',
    'edition.issue',
    'council.convene',
    'council.vote',
    'cohort.read',
    'progress.read',
    'award.read',
    'award.sign',
    'register.read',
    'certificate.read',
    'rule-set.read',
    'job.read',
  ],
  'records-office': [
    'account.personal-number',
    'award.read',
    'register.read',
    'certificate.read',
    'job.read',
  ],
  'ministry-officer': [
    'curriculum.read',
    'curriculum.comment',
    'council.vote',
    'cohort.read',
    'progress.read',
    'award.read',
    'register.read',
    'certificate.read',
    'rule-set.read',
  ],
  auditor: [
    'account.read',
    'curriculum.read',
    'question.read',
    'cohort.read',
    'progress.read',
    'attempt.read',
    'report.read',
    'award.read',
    'register.read',
    'certificate.read',
    'rule-set.read',
    'job.read',
    'audit.read',
  ],
  'system-administrator': [
    'account.read',
    'account.manage',
    'account.grant',
    'unit.manage',
    'job.read',
    'job.retry',
  ],
};

/** Everything a role may do, as a set, by role. */
export const rolePermissions: ReadonlyMap<Role, ReadonlySet<Permission>> = new Map(
  (Object.entries(ADDED) as [Role, readonly Permission[]][]).map(([role, added]) => [
    role,
    new Set<Permission>([...EVERYONE, ...added]),
  ]),
);

/** The least that a grant must say to be judged here; scope and dates stay with the caller. */
export interface HoldsRole {
  readonly role: Role;
}

/**
 * The grants among these that confer the permission, untouched and in order, so that the caller
 * can go on to their scopes: a right never reaches outside the scope of the grant it comes from.
 * Pass only grants that are in force.
 */
export function grantsConferring<G extends HoldsRole>(
  grants: readonly G[],
  permission: Permission,
): readonly G[] {
  return grants.filter((grant) => rolePermissions.get(grant.role)?.has(permission) === true);
}

/** True when one of the grants (all in force) confers the permission, in whatever scope. */
export function hasPermission(grants: readonly HoldsRole[], permission: Permission): boolean {
  return grantsConferring(grants, permission).length > 0;
}

/** Every permission that these grants confer, in the order of the closed list of roles' sets. */
export function permissionsOf(grants: readonly HoldsRole[]): ReadonlySet<Permission> {
  return new Set(grants.flatMap((grant) => [...(rolePermissions.get(grant.role) ?? [])]));
}
