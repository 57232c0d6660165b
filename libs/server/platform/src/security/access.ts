import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@cam-nang/domain';
import type { RateLimit } from './rate-limiter.js';

/** Who may call a route. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'permission'; readonly permission: Permission };

export const ACCESS = 'access';
export const DURING_SIGN_IN = 'during-sign-in';
export const LIMIT_BY_ADDRESS = 'limit-by-address';

/** Everyone may call the route, signed in or not. */
export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** Everyone with a session may call the route; what they see is their own. */
export const SignedIn = () => SetMetadata(ACCESS, { kind: 'signed-in' } satisfies Access);

/**
 * Only holders of the permission, in whatever scope, may call the route; the use case checks that
 * the scope reaches the object. Acts that cannot be undone also want a fresh authentication.
 */
export const RequirePermission = (permission: Permission) =>
  SetMetadata(ACCESS, { kind: 'permission', permission } satisfies Access);

/** The route also answers sessions that still have something to do first (choose a password, …). */
export const DuringSignIn = () => SetMetadata(DURING_SIGN_IN, true);

/** Each address may call the route only so often; counted before the input is looked at. */
export const LimitByAddress = (limit: RateLimit) => SetMetadata(LIMIT_BY_ADDRESS, limit);
