import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ids } from '../ids/ids.js';
import type { Log } from '../logging/log.js';
import { RequestContext } from '../request-context/request-context.js';
import type { EndpointPipeline } from './endpoint-pipeline.js';

/** A finished request, for metrics. */
export interface FinishedRequest {
  readonly endpoint: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

export interface HookParts {
  readonly ids: Ids;
  readonly log: Log;
  readonly pipeline: EndpointPipeline;
  readonly headers: Readonly<Record<string, string>>;
  readonly onFinished: (finished: FinishedRequest) => void;
}

const CORRELATION = /^[A-Za-z0-9-]{8,64}$/;

function correlationId(request: FastifyRequest, ids: Ids): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && CORRELATION.test(given) ? given : ids.next();
}

function begin(parts: HookParts, request: FastifyRequest, reply: FastifyReply): void {
  const context = {
    correlationId: correlationId(request, parts.ids),
    address: request.ip,
    work: request.routeOptions.config.endpoint?.id ?? 'none',
    runEndpoint: (endpoint, call) => parts.pipeline.run(endpoint, { request, reply }, call),
  } satisfies Parameters<typeof RequestContext.run>[0];
  request.exchange = { context, startedAt: performance.now() };
  reply.headers(parts.headers);
  reply.header('x-correlation-id', context.correlationId);
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
}

function finish(parts: HookParts, request: FastifyRequest, reply: FastifyReply): void {
  const { exchange } = request;
  const endpoint = exchange.context.work ?? 'none';
  const milliseconds = performance.now() - exchange.startedAt;
  const { statusCode: status } = reply;
  parts.onFinished({ endpoint, method: request.method, status, seconds: milliseconds / 1_000 });
  RequestContext.run(exchange.context, () => {
    const fields = { method: request.method, status, ms: Math.round(milliseconds * 10) / 10 };
    const { errorCode } = exchange;
    parts.log.info(errorCode === undefined ? fields : { ...fields, errorCode }, 'request');
  });
}

/**
 * Puts the request context around every request: correlation id, security headers, one log line at
 * the end with the endpoint's id and never the address asked for (it may hold codes).
 */
export function addRequestHooks(server: FastifyInstance, parts: HookParts): void {
  server.decorateRequest('exchange');
  server.addHook('onRequest', (request, reply, done) => {
    begin(parts, request, reply);
    RequestContext.run(request.exchange.context, done);
  });
  // Reading a body leaves the async context (events of the socket), so it is entered again.
  server.addHook('preValidation', (request, _reply, done) => {
    RequestContext.run(request.exchange.context, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    finish(parts, request, reply);
    done();
  });
}
