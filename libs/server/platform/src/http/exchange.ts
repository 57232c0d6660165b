import type { EndpointDescriptor } from '@cam-nang/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '@cam-nang/domain';
import type { Actor } from '../security/actor.js';
import type { Session } from '../security/session-reader.js';
import type { WorkContext } from '../request-context/request-context.js';

/** What the platform keeps with a request while it is worked on. */
export interface Exchange {
  readonly context: WorkContext;
  readonly startedAt: number;
  session?: Session;
  endpoint?: EndpointDescriptor;
  /** The parsed input, once `@Input()` has asked for it. */
  input?: unknown;
  /** Error code of the answer, for the request's log line. */
  errorCode?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    exchange: Exchange;
  }
}

/** Request and reply of a handler's execution context. */
export function httpOf(context: ExecutionContext): {
  request: FastifyRequest;
  reply: FastifyReply;
} {
  const http = context.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() };
}

/** The signed-in person, for routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { session } = httpOf(context).request.exchange;
  if (session === undefined) throw new DomainError('session.required');
  return session;
});

/** The session of a public route, or null for a stranger. */
export const OptionalActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null =>
    httpOf(context).request.exchange.session ?? null,
);

/** The live session with its CSRF token, or null: for identity's own routes. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): Session | null =>
    httpOf(context).request.exchange.session ?? null,
);

/** Address of the client, as the trusted proxies tell it. */
export const ClientAddress = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => httpOf(context).request.ip,
);

/** One header of the request, undefined when absent: `@RequestHeader('user-agent')`. */
export const RequestHeader = createParamDecorator(
  (name: string, context: ExecutionContext): string | undefined => {
    const value = httpOf(context).request.headers[name];
    return typeof value === 'string' ? value : undefined;
  },
);
