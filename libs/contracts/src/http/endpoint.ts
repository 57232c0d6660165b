import type * as z from 'zod/mini';

/** Any schema of the contract language (zod, either style). */
export type Schema = z.ZodMiniType;

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A response that is a file: its bytes, never JSON. */
export interface BinaryBody {
  readonly kind: 'binary';
  readonly mediaType: string;
}

/** A response that stays open and sends events (`text/event-stream`); each `data:` line is one JSON value of the schema. */
export interface EventStreamBody<S extends Schema = Schema> {
  readonly kind: 'events';
  readonly schema: S;
}

/** A request that carries one uploaded file beside optional text fields. */
export interface MultipartBody<S extends Schema = Schema> {
  readonly kind: 'multipart';
  /** The text fields beside the file. */
  readonly fields: S;
  /** Largest accepted file in bytes. */
  readonly maxBytes: number;
  /** Media types accepted, judged by content and not by name. */
  readonly accepts: readonly string[];
}

export type ResponseBody = Schema | BinaryBody | EventStreamBody;
export type RequestBody = Schema | MultipartBody;

/**
 * One endpoint, stated once: the server binds its route to it, the client calls it, the OpenAPI document lists it.
 * `path` uses `:name` parameters; `errors` are the codes an honest client should expect beside the general ones.
 */
export interface EndpointDescriptor<
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends RequestBody | undefined = RequestBody | undefined,
  R extends ResponseBody = ResponseBody,
> {
  /** `area.act`, unique. */
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  /** Success status; 200 when absent. */
  readonly status?: number;
  /**
   * Set where asking twice is asking once by the endpoint's own rules (sets that only grow, rows named by
   * the client): a repeat is answered by those, so no idempotency key is kept for it.
   */
  readonly repeatable?: true;
  readonly errors?: readonly string[];
}

/** Keeps the literal types of a descriptor. */
export function defineEndpoint<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends RequestBody | undefined = undefined,
  R extends ResponseBody = ResponseBody,
>(descriptor: EndpointDescriptor<P, Q, B, R>): EndpointDescriptor<P, Q, B, R> {
  return descriptor;
}

/** A file of the media type as response. */
export function binary(mediaType: string): BinaryBody {
  return { kind: 'binary', mediaType };
}

/** A stream of events of the schema as response. */
export function eventStream<S extends Schema>(schema: S): EventStreamBody<S> {
  return { kind: 'events', schema };
}

/** A file upload with text fields. */
export function multipart<S extends Schema>(
  fields: S,
  limits: { maxBytes: number; accepts: readonly string[] },
): MultipartBody<S> {
  return { kind: 'multipart', fields, ...limits };
}

/** The uploaded file as a controller receives it. */
export interface UploadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An optional part of a descriptor: its schema, or nothing where the endpoint has none. */
type Part<S> = [Exclude<S, undefined>] extends [never] ? undefined : Exclude<S, undefined>;
type Out<S> = Part<S> extends Schema ? z.output<Part<S>> : undefined;
type In<S> = Part<S> extends Schema ? z.input<Part<S>> : undefined;

/** What a controller receives after validation. */
export interface InputOf<E extends EndpointDescriptor> {
  readonly params: Out<E['params']>;
  readonly query: Out<E['query']>;
  readonly body: Part<E['body']> extends MultipartBody<infer F>
    ? { readonly fields: z.output<F>; readonly file: UploadedFile }
    : Out<E['body']>;
}

/** What a client sends. */
export interface RequestOf<E extends EndpointDescriptor> {
  readonly params: In<E['params']>;
  readonly query: In<E['query']>;
  readonly body: Part<E['body']> extends MultipartBody<infer F>
    ? { readonly fields: z.input<F>; readonly file: Blob }
    : In<E['body']>;
}

/** What the endpoint answers: JSON of the schema, bytes, or the value of one event. */
export type ResponseOf<E extends EndpointDescriptor> = E['response'] extends BinaryBody
  ? Uint8Array
  : E['response'] extends EventStreamBody<infer S>
    ? z.output<S>
    : Out<E['response']>;
