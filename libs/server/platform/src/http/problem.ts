import { STATUS_CODES } from 'node:http';
import { errorStatus, type ErrorCode, type Problem } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { HttpException } from '@nestjs/common';
import { isUnavailable, sqlState } from '../database/sql-state.js';
import { InvalidRequest } from './invalid-request.js';

/** An error as the client is told of it. */
export interface ToldError {
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly errors?: Problem['errors'];
  readonly details?: Readonly<Record<string, unknown>>;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatus, code);
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'session.required',
  403: 'permission.denied',
  404: 'resource.not_found',
  405: 'request.method_not_allowed',
  409: 'request.stale',
  413: 'request.too_large',
  415: 'request.unsupported_media_type',
  429: 'request.too_many',
  503: 'server.unavailable',
};

/**
 * What PostgreSQL refuses because of what the client sent, where no rule caught it before: text it
 * cannot hold (zero bytes), a row that came in between, a lock that is taken.
 */
const BY_SQL_STATE: Readonly<Record<string, ErrorCode>> = {
  '22021': 'request.invalid',
  '22P05': 'request.invalid',
  '23505': 'request.stale',
  '23P01': 'request.stale',
  '23503': 'request.stale',
  '40001': 'request.stale',
  '40P01': 'request.stale',
  '55P03': 'request.in_progress',
  '57014': 'server.unavailable',
};

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' ? status : undefined;
}

function codeOfFailure(error: unknown): ErrorCode {
  if (isUnavailable(error)) return 'server.unavailable';
  const state = sqlState(error);
  const known = state === undefined ? undefined : BY_SQL_STATE[state];
  if (known !== undefined) return known;
  const status = statusOf(error);
  if (status === undefined || status >= 600) return 'server.unexpected';
  return (
    BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'request.malformed' : 'server.unexpected')
  );
}

/** What a client is told of an error: its code, the fields at fault, the facts; nothing else. */
export function tell(error: unknown): ToldError {
  if (error instanceof InvalidRequest && isErrorCode(error.code)) {
    return { code: error.code, errors: [...error.errors], detail: detailOf(error) };
  }
  if (error instanceof DomainError) {
    if (!isErrorCode(error.code)) return { code: 'server.unexpected' };
    const { details } = error;
    return Object.keys(details).length === 0 ? { code: error.code } : { code: error.code, details };
  }
  return { code: codeOfFailure(error) };
}

function detailOf(error: InvalidRequest): string {
  return error.errors
    .slice(0, 5)
    .map((field) => `${field.path === '' ? 'request' : field.path}: ${field.message}`)
    .join('; ');
}

/** `attempt.limit_reached` → `Attempt: limit reached`. */
export function titleOf(code: ErrorCode): string {
  const [area = '', reason = ''] = code.split('.');
  const words = `${area}: ${reason}`.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** RFC 9457 problem details of an error. */
export function problemOf(
  told: ToldError,
  where: { readonly correlationId: string; readonly instance?: string },
): Problem {
  const status = errorStatus[told.code];
  return {
    type: `urn:cam-nang:problem:${told.code}`,
    title: titleOf(told.code),
    status,
    code: told.code,
    detail: told.detail ?? STATUS_CODES[status] ?? 'Error',
    ...(where.instance === undefined ? {} : { instance: where.instance }),
    correlationId: where.correlationId,
    ...(told.errors === undefined ? {} : { errors: told.errors }),
    ...(told.details === undefined ? {} : { details: { ...told.details } }),
  };
}
