import { Readable } from 'node:stream';
import type { BinaryBody, EndpointDescriptor } from '@cam-nang/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { Log } from '../logging/log.js';
import { inSpan } from '../telemetry/span.js';
import { Closing } from '../shutdown/closing.js';
import { Answer, type AnswerHead, type FileBody } from './answer.js';
import { isBinary, isEventStream, jsonSchema } from './body-kinds.js';
import { eventStreamBody } from './event-stream.js';
import { Idempotency } from './idempotency.js';
import { shape } from './shape.js';
import { holdsWrittenJson, writeJson } from './written-json.js';

const SAFE = new Set(['GET', 'HEAD']);

function isFileBody(value: unknown): value is FileBody {
  return typeof value === 'object' && value !== null && 'content' in value;
}

/** The idempotency key of a request, where it makes a difference: a repeatable endpoint needs none. */
function keyOf(endpoint: EndpointDescriptor, request: FastifyRequest): string | undefined {
  if (SAFE.has(request.method) || endpoint.repeatable === true) return undefined;
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? key : undefined;
}

/** A header value that saves a download under a name with any letters (RFC 6266). */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Carries out controller methods of endpoints and turns what they return into answers. */
@Injectable()
export class EndpointPipeline {
  private readonly strict: boolean;

  constructor(
    private readonly idempotency: Idempotency,
    private readonly log: Log,
    private readonly closing: Closing,
    @Inject(CONFIG) config: Pick<Config, 'NODE_ENV'>,
  ) {
    this.strict = config.NODE_ENV !== 'production';
  }

  /** Runs one call inside a span; the result is what the framework sends. */
  run(
    endpoint: EndpointDescriptor,
    exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    call: () => unknown,
  ): Promise<unknown> {
    const attributes = { 'http.request.method': endpoint.method, 'http.route': endpoint.path };
    return inSpan(endpoint.id, attributes, () => this.carryOut(endpoint, exchange, call));
  }

  private async carryOut(
    endpoint: EndpointDescriptor,
    exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    call: () => unknown,
  ): Promise<unknown> {
    const { request, reply } = exchange;
    const key = keyOf(endpoint, request);
    const accountId = request.exchange.session?.accountId;
    if (key === undefined || accountId === undefined) {
      return this.send(endpoint, request, reply, await call());
    }
    const kept = await this.idempotency.once(
      { accountId, key, endpoint: endpoint.id, input: request.exchange.input },
      async () => {
        const body = this.send(endpoint, request, reply, await call());
        return { status: reply.statusCode, body: body instanceof Readable ? null : body };
      },
    );
    reply.status(kept.status);
    return kept.body;
  }

  private send(
    endpoint: EndpointDescriptor,
    request: FastifyRequest,
    reply: FastifyReply,
    returned: unknown,
  ): unknown {
    const head = returned instanceof Answer ? returned.head : {};
    const body: unknown = returned instanceof Answer ? returned.body : returned;
    this.sendHead(head, reply);
    if (head.etag !== undefined && this.alreadyThere(head.etag, request, reply)) return '';
    const { response } = endpoint;
    if (isBinary(response)) return this.file(response, body, reply);
    if (isEventStream(response)) {
      const map = (value: unknown) => this.shaped(endpoint, response.schema, value);
      return this.events(body as AsyncIterable<unknown>, map, reply);
    }
    const schema = jsonSchema(response);
    return schema === undefined ? body : this.json(this.shaped(endpoint, schema, body), reply);
  }

  private json(body: unknown, reply: FastifyReply): unknown {
    if (!holdsWrittenJson(body)) return body;
    reply.header('content-type', 'application/json; charset=utf-8');
    // The server sends bytes as they are; its types know text only.
    reply.serializer(() => writeJson(body) as unknown as string);
    return body;
  }

  private shaped(
    endpoint: EndpointDescriptor,
    schema: Parameters<typeof shape>[1],
    value: unknown,
  ) {
    return shape(endpoint, schema, value, { strict: this.strict, log: this.log });
  }

  private sendHead(head: AnswerHead, reply: FastifyReply): void {
    if (head.status !== undefined) reply.status(head.status);
    if (head.headers !== undefined) reply.headers(head.headers);
    for (const cookie of head.cookies ?? []) reply.header('set-cookie', cookie);
    if (head.cacheControl !== undefined) reply.header('cache-control', head.cacheControl);
  }

  private alreadyThere(etag: string, request: FastifyRequest, reply: FastifyReply): boolean {
    const quoted = `"${etag}"`;
    reply.header('etag', quoted);
    const given = request.headers['if-none-match'];
    const known = given?.split(',').map((item) => item.trim().replace(/^W\//, ''));
    if (known === undefined || !(known.includes(quoted) || known.includes('*'))) return false;
    reply.status(304);
    return true;
  }

  private file(response: BinaryBody, body: unknown, reply: FastifyReply): unknown {
    const file: FileBody = isFileBody(body) ? body : { content: body as Uint8Array };
    reply.header('content-type', file.mediaType ?? response.mediaType);
    if (file.fileName !== undefined) {
      reply.header('content-disposition', attachment(file.fileName));
    }
    if (file.length !== undefined) reply.header('content-length', file.length);
    const { content } = file;
    if (content instanceof Readable || typeof content === 'string') return content;
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  }

  private events(
    values: AsyncIterable<unknown>,
    map: (value: unknown) => unknown,
    reply: FastifyReply,
  ): Readable {
    reply.header('content-type', 'text/event-stream; charset=utf-8');
    reply.header('x-accel-buffering', 'no');
    reply.header('x-no-compression', '1');
    return eventStreamBody(values, { map, closing: this.closing.signal });
  }
}
