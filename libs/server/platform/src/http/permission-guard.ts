import {
  DomainError,
  hasPermission,
  needsFreshAuthentication,
  type Permission,
} from '@cam-nang/domain';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock.js';
import { ACCESS, DURING_SIGN_IN, LIMIT_BY_ADDRESS, type Access } from '../security/access.js';
import {
  checkPublicCsrf,
  checkSessionCsrf,
  FORM_TOKEN_FIELD,
  type UnsafeRequest,
} from '../security/csrf.js';
import { addressBucket, RateLimiter, type RateLimit } from '../security/rate-limiter.js';
import { readCookie, SessionCookie } from '../security/session-cookie.js';
import type { Session } from '../security/session-reader.js';
import { Sessions } from '../security/sessions.js';
import { httpOf } from './exchange.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function unsafeRequest(request: FastifyRequest, formCookie: string): UnsafeRequest {
  const body: unknown = request.body;
  return {
    header: (name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    },
    contentType: request.headers['content-type'],
    formCookie: readCookie(request.headers.cookie, formCookie),
    formField:
      typeof body === 'object' && body !== null ? Reflect.get(body, FORM_TOKEN_FIELD) : undefined,
  };
}

interface Question {
  readonly request: FastifyRequest;
  readonly session: Session | undefined;
  readonly access: Access;
  readonly handler: object;
}

/** Finds the session of a request and refuses it when the route's declared access is not met. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
    if (access === undefined) throw new Error(`${handler.name} declares no access`);
    const { request } = httpOf(context);
    await this.checkLimit(request, handler);
    const token = this.cookie.read(request.headers.cookie);
    const session = await this.signIn(request, token, false);
    try {
      this.judge({ request, session, access, handler });
    } catch (error) {
      if (session === undefined || !this.sessions.keeps) throw error;
      // The session may have been read before what was missing came: a second factor, a role.
      const current = await this.signIn(request, token, true);
      this.judge({ request, session: current, access, handler });
    }
    return true;
  }

  private async checkLimit(request: FastifyRequest, handler: object): Promise<void> {
    const limit = Reflect.getMetadata(LIMIT_BY_ADDRESS, handler) as RateLimit | undefined;
    if (limit === undefined) return;
    const endpoint = request.routeOptions.config.endpoint?.id ?? 'none';
    await this.limiter.hit(`${endpoint}:${addressBucket(request.ip)}`, limit);
  }

  private async signIn(
    request: FastifyRequest,
    token: string | undefined,
    fresh: boolean,
  ): Promise<Session | undefined> {
    if (token === undefined || token === '') return undefined;
    const session = fresh ? await this.sessions.findFresh(token) : await this.sessions.find(token);
    if (session === null) return undefined;
    request.exchange.session = session;
    request.exchange.context.actor = session;
    return session;
  }

  private judge({ request, session, access, handler }: Question): void {
    const unsafe = !SAFE.has(request.method);
    if (access.kind === 'public') {
      if (unsafe) this.checkPublic(request, session);
      return;
    }
    if (session === undefined) throw new DomainError('session.required');
    if (unsafe) {
      checkSessionCsrf(unsafeRequest(request, this.cookie.formName), session.csrfToken);
    }
    this.checkPending(session, handler);
    if (access.kind === 'permission') this.checkPermission(request, session, access.permission);
  }

  /** A signed-in person may send the session's token to a public route instead of the form's. */
  private checkPublic(request: FastifyRequest, session: Session | undefined): void {
    const unsafe = unsafeRequest(request, this.cookie.formName);
    if (session !== undefined && unsafe.header('x-csrf-token') !== undefined) {
      checkSessionCsrf(unsafe, session.csrfToken);
    } else checkPublicCsrf(unsafe);
  }

  private checkPending(session: Session, handler: object): void {
    const { pending } = session;
    if (pending === undefined || pending === null) return;
    if (Reflect.getMetadata(DURING_SIGN_IN, handler) !== true) throw new DomainError(pending);
  }

  private checkPermission(request: FastifyRequest, session: Session, permission: Permission): void {
    if (!hasPermission(session.roles, permission)) {
      throw new DomainError('permission.denied', { permission });
    }
    if (SAFE.has(request.method) || !needsFreshAuthentication(permission)) return;
    const { freshUntil } = session;
    if (freshUntil === null || freshUntil <= this.clock.now()) {
      throw new DomainError('session.fresh_authentication_required');
    }
  }
}
