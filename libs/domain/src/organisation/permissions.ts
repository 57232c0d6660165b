/**
 * The closed list of permissions, named `area.act`. `*.own` reaches only what belongs to the
 * person who asks; every other permission reaches only the scope of the grant that confers it.
 */
export const PERMISSIONS = [
  'account.own',
  'account.read',
  'account.manage',
  'account.grant',
  'account.renew-code',
  'account.personal-number',
  'session.own',
  'unit.read',
  'unit.manage',
  'course.read',
  'course.manage',
  'handbook.read',
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
  'edition.issue',
  'council.convene',
  'council.vote',
  'cohort.open',
  'cohort.read',
  'cohort.manage',
  'enrolment.manage',
  'enrolment.import',
  'attendance.record',
  'progress.read',
  'attempt.own',
  'attempt.read',
  'report.own',
  'report.read',
  'report.mark',
  'mark.close',
  'study.own',
  'award.read',
  'award.compute',
  'award.submit',
  'award.sign',
  'register.read',
  'certificate.own',
  'certificate.read',
  'rule-set.read',
  'rule-set.manage',
  'job.read',
  'job.retry',
  'audit.read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** True when the text names a permission of the closed list. */
export function isPermission(value: unknown): value is Permission {
  return typeof value === 'string' && (PERMISSIONS as readonly string[]).includes(value);
}

/** The acts that cannot be undone (design: security, "Sign-in"). */
const FRESH_AUTHENTICATION: ReadonlySet<Permission> = new Set<Permission>([
  'edition.issue',
  'award.sign',
  'mark.close',
]);

/**
 * True when the act asks the person to prove again who they are, however young the session is:
 * issue an edition, sign an award, close marks.
 */
export function needsFreshAuthentication(permission: Permission): boolean {
  return FRESH_AUTHENTICATION.has(permission);
}
