import type { Role } from '@cam-nang/domain';
import { uuidV7, type Actor, type RoleGrant } from '@cam-nang/platform';

/**
 * An actor for specs that do not care who it is: `testActor('trainer')`, or with grants and ids of
 * rows that exist. Freshly authenticated for ever unless said otherwise.
 */
export function testActor(
  roles: Role | readonly RoleGrant[] = [],
  fixed: Partial<Actor> = {},
): Actor {
  const id = () => uuidV7(Date.now());
  const grants =
    typeof roles === 'string' ? [{ role: roles, unitId: id(), courseId: null }] : roles;
  return {
    accountId: id(),
    personId: id(),
    sessionId: id(),
    sessionKind: grants.some((grant) => grant.role !== 'trainee') ? 'desk' : 'learn',
    roles: grants,
    freshUntil: new Date('2999-01-01T00:00:00Z'),
    ...fixed,
  };
}
