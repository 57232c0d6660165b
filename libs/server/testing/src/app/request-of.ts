import type { EndpointDescriptor, RequestOf } from '@cam-nang/contracts';
import type { Sender } from './test-sessions.js';

/** Parts of a contract's request that are there at all; the others need not be written. */
type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: T[K] };

/** A request of a spec: what the contract asks for, who sends it, and its headers. */
export type TestRequest<E extends EndpointDescriptor> = Present<RequestOf<E>> & {
  readonly as?: Sender;
  readonly headers?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  /** Leaves the CSRF header out. */
  readonly withoutCsrf?: boolean;
};

/** A request as nobody honest sends it: for specs of refusals. */
export interface RawRequest {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly as?: Sender;
  readonly headers?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  readonly withoutCsrf?: boolean;
}

/** A value as it stands in an address; half characters, which no address can hold, are replaced. */
function textOf(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Path and query string of a request. */
export function addressOf(endpoint: EndpointDescriptor, request: RawRequest): string {
  const params = (request.params ?? {}) as Record<string, unknown>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(textOf(params[name] ?? `:${name}`)),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item !== undefined) query.append(name, textOf(item));
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

interface Upload {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file: Blob;
}

function isUpload(endpoint: EndpointDescriptor, body: unknown): body is Upload {
  return endpoint.body !== undefined && 'kind' in endpoint.body && body !== undefined;
}

async function uploadOf(upload: Upload): Promise<{ payload: Buffer; type: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, textOf(value));
  const name: unknown = Reflect.get(upload.file, 'name');
  form.append('file', upload.file, typeof name === 'string' ? name : 'file');
  const encoded = new Response(form);
  const payload = Buffer.from(await encoded.arrayBuffer());
  return { payload, type: encoded.headers.get('content-type') ?? '' };
}

/** Body and content type of a request. */
export async function payloadOf(
  endpoint: EndpointDescriptor,
  body: unknown,
): Promise<{ payload?: string | Buffer; type?: string }> {
  if (body === undefined) return {};
  if (body instanceof URLSearchParams) {
    return { payload: body.toString(), type: 'application/x-www-form-urlencoded' };
  }
  if (isUpload(endpoint, body)) return uploadOf(body);
  return { payload: JSON.stringify(body), type: 'application/json' };
}
