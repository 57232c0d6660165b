import { errorStatus } from '@cam-nang/contracts';
import { Catch, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../logging/log.js';
import { scrubText } from '../logging/scrub.js';
import { overlongParameters, pathOf } from './address.js';
import { EndpointInventory } from './endpoint-inventory.js';
import { InvalidRequest } from './invalid-request.js';
import { problemOf, tell, type ToldError } from './problem.js';

/** Turns every error of a request into problem details (RFC 9457) and logs what nobody expected. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly inventory: EndpointInventory,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const path = pathOf(request.url);
    const told = this.refined(tell(error), request.method, path, reply);
    if (errorStatus[told.code] >= 500) this.log.error({ err: error }, 'a request failed');
    this.answer(told, path, request, reply);
  }

  private answer(
    told: ToldError,
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const exchange = request.exchange as FastifyRequest['exchange'] | undefined;
    if (exchange !== undefined) exchange.errorCode = told.code;
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const correlationId = exchange?.context.correlationId ?? 'none';
    const wait = told.details?.['retryAfterSeconds'];
    if (typeof wait === 'number') reply.header('retry-after', String(Math.ceil(wait)));
    const problem = problemOf(told, { correlationId, instance: scrubText(path) });
    for (const name of ['content-length', 'content-disposition', 'etag']) reply.removeHeader(name);
    void reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }

  /** A path that exists with other methods is 405, not 404; one with a part that no route takes is told so. */
  private refined(told: ToldError, method: string, path: string, reply: FastifyReply): ToldError {
    if (told.code !== 'resource.not_found' || told.details !== undefined) return told;
    const overlong = overlongParameters(this.inventory.parametersOf(method, path));
    if (overlong.length > 0) return tell(new InvalidRequest(overlong));
    const methods = this.inventory.methodsOf(path);
    if (methods.length === 0 || methods.includes(method) || method === 'HEAD') return told;
    reply.header('allow', methods.join(', '));
    return { code: 'request.method_not_allowed', details: { allowed: methods } };
  }
}
