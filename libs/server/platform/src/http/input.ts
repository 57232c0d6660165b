import type { EndpointDescriptor, ProblemField, Schema } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isMultipart, jsonSchema } from './body-kinds.js';
import { endpointOf, FORM_POST } from './endpoint-decorator.js';
import { httpOf } from './exchange.js';
import { fieldsOf, InvalidRequest } from './invalid-request.js';
import { readMultipart } from './multipart.js';

/** Parses one part; its problems join the others, so that a client hears of all at once. */
function part(schema: Schema | undefined, value: unknown, problems: ProblemField[]): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  problems.push(...fieldsOf(parsed.error.issues));
  return undefined;
}

function checkContentType(request: FastifyRequest, handler: object): void {
  const type = request.headers['content-type'];
  if (type?.startsWith('application/json') === true) return;
  const form = type?.startsWith('application/x-www-form-urlencoded') === true;
  if (form && Reflect.getMetadata(FORM_POST, handler) === true) return;
  if (request.body !== undefined) throw new DomainError('request.unsupported_media_type');
}

function remember(request: FastifyRequest, input: unknown): unknown {
  request.exchange.input = input;
  return input;
}

async function withUpload(endpoint: EndpointDescriptor, request: FastifyRequest, head: object) {
  if (!isMultipart(endpoint.body)) throw new TypeError(`${endpoint.id} takes no upload`);
  const body = await readMultipart(request, endpoint.body);
  return remember(request, { ...head, body });
}

/** The input of an endpoint out of a request: `{ params, query, body }`, parsed by the contract. */
export function parseInput(
  endpoint: EndpointDescriptor,
  request: FastifyRequest,
  handler: object,
): unknown {
  const problems: ProblemField[] = [];
  const params = part(endpoint.params, request.params, problems);
  const query = part(endpoint.query, request.query, problems);
  const schema = jsonSchema(endpoint.body);
  if (schema !== undefined) checkContentType(request, handler);
  const body = part(schema, request.body, problems);
  if (problems.length > 0) throw new InvalidRequest(problems);
  if (isMultipart(endpoint.body)) return withUpload(endpoint, request, { params, query });
  return remember(request, { params, query, body });
}

/** The parsed input of the endpoint: `@Input() input: InputOf<typeof contract.x>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): unknown => {
  const handler = context.getHandler();
  const endpoint = endpointOf(handler);
  if (endpoint === undefined) throw new TypeError('@Input() stands on a method with @Endpoint');
  return parseInput(endpoint, httpOf(context).request, handler);
});
