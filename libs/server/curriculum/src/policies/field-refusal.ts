import { DomainError } from '@cam-nang/domain';
import { InvalidRequest } from '@cam-nang/platform';

/** A refusal about one field of a form names the field; every other one stays as it is. */
export function fieldRefusal(
  code: string,
  details: Readonly<Record<string, unknown>>,
): DomainError {
  const { field, reason } = details;
  if (code !== 'request.invalid' || typeof field !== 'string') {
    return new DomainError(code, details);
  }
  return new InvalidRequest([{ path: field, code: String(reason), message: String(reason) }]);
}
