import type { ErrorCode, ProblemField } from '@cam-nang/contracts';

/** What went wrong on the way, beside the codes of the server. */
export type ProblemCode = ErrorCode | 'network.offline' | 'network.failed';

interface Facts {
  readonly code: ProblemCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly correlationId?: string | undefined;
  readonly fields?: readonly ProblemField[] | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number | undefined;
}

/** A refusal of the server (RFC 9457) or a failure on the way, always with a code that has its words. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly correlationId: string | undefined;
  readonly fields: readonly ProblemField[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryAfter: number | undefined;

  constructor(facts: Facts) {
    super(facts.code);
    this.name = 'ApiProblem';
    this.code = facts.code;
    this.status = facts.status;
    this.correlationId = facts.correlationId;
    this.fields = facts.fields ?? [];
    this.details = facts.details ?? {};
    this.retryAfter = facts.retryAfter;
  }

  /** The short code a person reads to the administrator: the end of the correlation id. */
  get shortCode(): string | undefined {
    return this.correlationId
      ?.replace(/[^0-9a-z]/gi, '')
      .slice(-6)
      .toUpperCase();
  }

  /** No answer came: the same call may succeed once there is a network. */
  get isNetwork(): boolean {
    return this.status === 0;
  }
}

/** Whether the same call may succeed a little later: no answer came, or the server was busy or being upgraded. */
export function mayPass({ status }: Pick<ApiProblem, 'status'>): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** Any thrown value as a problem; what is not one is an error of this program. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem
    ? error
    : new ApiProblem({ code: 'server.unexpected', status: 500 });
}

interface ProblemBody {
  readonly code?: ErrorCode;
  readonly correlationId?: string;
  readonly errors?: readonly ProblemField[];
  readonly details?: Readonly<Record<string, unknown>>;
}

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'session.required',
  403: 'permission.denied',
  404: 'resource.not_found',
  413: 'request.too_large',
  429: 'request.too_many',
  502: 'server.unavailable',
  503: 'server.unavailable',
  504: 'server.unavailable',
};

/** Reads the problem of an answer that is not a success, whatever stood between us and the server. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body = await readBody(response);
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiProblem({
    code: body.code ?? codeOfStatus[response.status] ?? 'server.unexpected',
    status: response.status,
    correlationId: body.correlationId ?? response.headers.get('x-correlation-id') ?? undefined,
    fields: body.errors,
    details: body.details,
    retryAfter: retryAfter > 0 ? retryAfter : undefined,
  });
}

async function readBody(response: Response): Promise<ProblemBody> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return {};
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
