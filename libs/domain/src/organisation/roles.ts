/**
 * The closed list of roles (design: domain, "Roles"). A person may hold several, each scoped to a
 * unit's subtree or to a course, with dates. The "administrator" of a work order is the
 * `provincial-officer`; the `system-administrator` runs the machine and nothing else.
 */
export const ROLES = [
  'trainee',
  'trainer',
  'reviewer',
  'editor-in-chief',
  'marker',
  'class-manager',
  'focal-point',
  'provincial-officer',
  'signing-director',
  'records-office',
  'ministry-officer',
  'auditor',
  'system-administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** True when the text names a role of the closed list. */
export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value);
}

/**
 * A desk role works on other people's affairs, so it signs in with a second factor and in short
 * sessions. Every role but `trainee` is one.
 */
export function isDeskRole(role: Role): boolean {
  return role !== 'trainee';
}

/** How a person's sessions behave; `lifetimeHours` counts from the sign-in. */
export interface SessionPolicy {
  readonly kind: 'desk' | 'trainee';
  readonly lifetimeHours: number;
  readonly secondFactor: 'required' | 'optional';
}

const DESK_SESSION: SessionPolicy = {
  kind: 'desk',
  lifetimeHours: 12,
  secondFactor: 'required',
};
const TRAINEE_SESSION: SessionPolicy = {
  kind: 'trainee',
  lifetimeHours: 30 * 24,
  secondFactor: 'optional',
};

/**
 * The session policy of a person holding these roles: one desk role is enough to make every
 * session of that person a desk session (design: security, "Sign-in").
 */
export function sessionPolicy(roles: readonly Role[]): SessionPolicy {
  return roles.some(isDeskRole) ? DESK_SESSION : TRAINEE_SESSION;
}
