import type { EndpointDescriptor, RequestOf, ResponseOf } from '@cam-nang/contracts';
import type { Route } from '@cam-nang/contracts/routes';
import { fillPath } from '../href.js';
import { csrfToken, newKey, reportSessionLost } from './credentials.js';
import { prepareProblemText } from './problem-text.js';
import { ApiProblem, readProblem } from './problem.js';

/** Only what the endpoint takes: no `params` where the path has none. */
export type CallInput<E extends EndpointDescriptor> = {
  readonly [
    K in keyof RequestOf<E> as undefined extends RequestOf<E>[K] ? never : K
  ]: RequestOf<E>[K];
};

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Repeat a call of the same key to learn its first answer; made anew for each unsafe call by default. */
  readonly idempotencyKey?: string | undefined;
  /** Tries in all when no answer comes; 3 for calls that may be repeated, 1 for the others. */
  readonly tries?: number | undefined;
}

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const pauses = [400, 1500, 4000];

/**
 * Calls an endpoint of the contracts: `call(routes.readCohort, { params: { cohortId } })`.
 * Answers what the contract says (bytes for a file); throws `ApiProblem` for everything else.
 * No answer at all is tried again with growing pauses, unsafe calls under the same idempotency key.
 */
export async function call<E extends EndpointDescriptor>(
  route: Route<E>,
  input: CallInput<E>,
  options: CallOptions = {},
): Promise<ResponseOf<E>> {
  const request = buildRequest(route, input as LooseInput, options);
  const response = await send(request, options);
  if (!response.ok) throw await refusal(response);
  return (await readAnswer(route, response)) as ResponseOf<E>;
}

/** The address of an endpoint, for links to files and for event streams. */
export function addressOf<E extends EndpointDescriptor>(
  route: Route<E>,
  input: Omit<CallInput<E>, 'body'>,
): string {
  const { params, query } = input as LooseInput;
  return fillPath(route.path, params, query);
}

async function refusal(response: Response): Promise<ApiProblem> {
  const problem = await readProblem(response);
  if (problem.code === 'session.required') reportSessionLost();
  await prepareProblemText(problem.code);
  return problem;
}

function buildRequest<E extends EndpointDescriptor>(
  route: Route<E>,
  input: LooseInput,
  options: CallOptions,
): () => Request {
  const headers = new Headers({ accept: 'application/json, application/problem+json, */*' });
  if (route.method !== 'GET') {
    const token = csrfToken();
    if (token !== undefined) headers.set('x-csrf-token', token);
    headers.set('idempotency-key', options.idempotencyKey ?? newKey());
  }
  const body = bodyOf(route, input.body, headers);
  const address = new URL(fillPath(route.path, input.params, input.query), location.origin);
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = body;
  if (options.signal !== undefined) init.signal = options.signal;
  return () => new Request(address, init);
}

function bodyOf<E extends EndpointDescriptor>(
  route: Route<E>,
  body: unknown,
  headers: Headers,
): BodyInit | undefined {
  if (body === undefined) return undefined;
  if (route.upload) return formOf(body as { fields: Record<string, unknown>; file: Blob });
  headers.set('content-type', 'application/json');
  return JSON.stringify(body);
}

function formOf(body: { fields: Readonly<Record<string, unknown>>; file: Blob }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body.fields)) {
    if (value !== undefined) form.append(name, String(value));
  }
  form.append('file', body.file);
  return form;
}

async function send(request: () => Request, options: CallOptions): Promise<Response> {
  const tries = options.tries ?? 3;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetch(request());
    } catch (error) {
      if (options.signal?.aborted) throw error;
      if (attempt >= tries || !navigator.onLine) throw lost();
      await pause(pauses[attempt - 1] ?? 4000, options.signal);
    }
  }
}

function lost(): ApiProblem {
  return new ApiProblem({
    code: navigator.onLine ? 'network.failed' : 'network.offline',
    status: 0,
  });
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('', 'AbortError'));
    });
  });
}

async function readAnswer<E extends EndpointDescriptor>(
  route: Route<E>,
  response: Response,
): Promise<unknown> {
  if (route.answer === 'binary') return new Uint8Array(await response.arrayBuffer());
  try {
    return await response.json();
  } catch {
    throw new ApiProblem({ code: 'network.failed', status: 0 });
  }
}
