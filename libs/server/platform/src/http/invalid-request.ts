import type { ErrorCode, ProblemField } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import type { core } from 'zod';

type Plain = string | number | boolean | null;

/** The request does not hold its contract: each field at fault with the reason. */
export class InvalidRequest extends DomainError {
  constructor(
    readonly errors: readonly ProblemField[],
    code: ErrorCode = 'request.invalid',
  ) {
    super(code);
  }
}

const NOT_PARAMS = new Set(['code', 'path', 'message', 'input', 'errors', 'inst', 'continue']);

/** The plain facts of an issue (`minimum: 3`, `format: 'date'`), for the translated message. */
function paramsOf(issue: core.$ZodIssue): Record<string, Plain> | undefined {
  const entries = Object.entries(issue).filter(
    ([name, value]) =>
      !NOT_PARAMS.has(name) &&
      (value === null || ['string', 'number', 'boolean'].includes(typeof value)),
  );
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Record<string, Plain>);
}

/** The fields at fault of a failed parse, with dotted paths. */
export function fieldsOf(issues: readonly core.$ZodIssue[]): ProblemField[] {
  return issues.map((issue) => {
    const params = paramsOf(issue);
    return {
      path: issue.path.map(String).join('.'),
      code: issue.code,
      message: issue.message,
      ...(params === undefined ? {} : { params }),
    };
  });
}
