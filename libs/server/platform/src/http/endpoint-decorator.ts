import type {
  BinaryBody,
  EndpointDescriptor,
  EventStreamBody,
  HttpMethod,
  Schema,
} from '@cam-nang/contracts';
import { HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type * as z from 'zod/mini';
import { RequestContext } from '../request-context/request-context.js';
import type { Answer, FileBody } from './answer.js';

export const ENDPOINT = 'endpoint';
export const BODY_LIMIT = 'body-limit';
export const FORM_POST = 'form-post';

/** What a controller method of the endpoint returns, before it is shaped. */
type Body<E extends EndpointDescriptor> = E['response'] extends BinaryBody
  ? Uint8Array | string | FileBody
  : E['response'] extends EventStreamBody<infer S>
    ? AsyncIterable<z.input<S>>
    : E['response'] extends Schema
      ? z.input<E['response']>
      : never;

/** A body or an answer around it, now or later. */
export type Returns<E extends EndpointDescriptor> =
  Body<E> | Answer<Body<E>> | Promise<Body<E> | Answer<Body<E>>>;

const METHODS: Record<HttpMethod, RequestMethod> = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  PATCH: RequestMethod.PATCH,
  DELETE: RequestMethod.DELETE,
};

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Puts the endpoint's pipeline around the method; called outside a request, the method runs bare. */
function around(endpoint: EndpointDescriptor, method: Method): Method {
  const wrapped: Method = function (...args) {
    const runner = RequestContext.current()?.runEndpoint;
    const call = () => method.apply(this, args);
    return runner === undefined ? call() : runner(endpoint, call);
  };
  for (const key of Reflect.getMetadataKeys(method) as string[]) {
    Reflect.defineMetadata(key, Reflect.getMetadata(key, method), wrapped);
  }
  Object.defineProperty(wrapped, 'name', { value: method.name });
  return wrapped;
}

/**
 * Binds a controller method to an endpoint of the contracts: method and path, parsing of the input
 * (after the guard), idempotency keys and the shape of the answer. The method's return type is held
 * against the contract by the compiler.
 */
export function Endpoint<E extends EndpointDescriptor>(endpoint: E) {
  return <F extends (...args: never[]) => Returns<E>>(
    target: object,
    key: string | symbol,
    property: TypedPropertyDescriptor<F>,
  ): void => {
    property.value = around(endpoint, property.value as unknown as Method) as unknown as F;
    const decorators = [
      RequestMapping({ method: METHODS[endpoint.method], path: endpoint.path }),
      HttpCode(endpoint.status ?? 200),
      SetMetadata(ENDPOINT, endpoint),
      RouteConfig({ endpoint, bodyLimit: bodyLimitOf(endpoint, property.value) }),
    ];
    for (const decorate of decorators) decorate(target, key, property as PropertyDescriptor);
  };
}

const MULTIPART_OVERHEAD_BYTES = 64 * 1024;

function bodyLimitOf(endpoint: EndpointDescriptor, method: object): number | undefined {
  const body = endpoint.body;
  if (body !== undefined && 'kind' in body) return body.maxBytes + MULTIPART_OVERHEAD_BYTES;
  return Reflect.getMetadata(BODY_LIMIT, method) as number | undefined;
}

/** Largest request body of the route in bytes. Stands below `@Endpoint`. */
export const BodyLimit = (bytes: number) => SetMetadata(BODY_LIMIT, bytes);

/** The route takes a plain HTML form (`application/x-www-form-urlencoded`) beside JSON. */
export const FormPost = () => SetMetadata(FORM_POST, true);

/** The descriptor a handler is bound to. */
export function endpointOf(handler: object): EndpointDescriptor | undefined {
  return Reflect.getMetadata(ENDPOINT, handler) as EndpointDescriptor | undefined;
}
