import type { Role } from '@cam-nang/domain';

/** A role in force for a person: where it reaches and, if so limited, for which course. */
export interface RoleGrant {
  readonly role: Role;
  /** The unit under which the role reaches. */
  readonly unitId: string;
  readonly courseId: string | null;
}

/** Who acts: the person behind the session of the running request. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly sessionKind: 'learn' | 'desk';
  /** Grants in force now. */
  readonly roles: readonly RoleGrant[];
  /** Until when the person counts as freshly authenticated, for acts that cannot be undone. */
  readonly freshUntil: Date | null;
}
