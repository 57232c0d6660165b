/** PostgreSQL's error class of a failure, whether it comes from the driver or through TypeORM. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const own: unknown = Reflect.get(error, 'code');
  if (typeof own === 'string' && /^[0-9A-Z]{5}$/.test(own)) return own;
  const driver: unknown = Reflect.get(error, 'driverError');
  return driver === undefined ? undefined : sqlState(driver);
}

/** The constraint that a failure names, if any. */
export function brokenConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const own: unknown = Reflect.get(error, 'constraint');
  if (typeof own === 'string') return own;
  const driver: unknown = Reflect.get(error, 'driverError');
  return driver === undefined ? undefined : brokenConstraint(driver);
}

const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';

/** True when a unique key (or exclusion constraint) refused a row; of that name, when one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const state = sqlState(error);
  if (state !== UNIQUE_VIOLATION && state !== EXCLUSION_VIOLATION) return false;
  return constraint === undefined || brokenConstraint(error) === constraint;
}

/** True for serialisation failures and deadlocks: the same work may succeed when run again. */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/** What the driver says, without any code, when the connection of a statement is gone or none was free in time. */
const LOST_CONNECTION =
  /^(?:Connection terminated|Client (?:has encountered a connection error|was closed) and is not queryable|timeout exceeded when trying to connect)/;

function ownText(error: unknown, key: 'code' | 'message' | 'name'): string {
  const value: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : '';
}

/** True when PostgreSQL cannot be reached or is going down: nothing about the request is at fault. */
export function isUnavailable(error: unknown): boolean {
  if (NETWORK_CODES.includes(ownText(error, 'code'))) return true;
  const driver: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'driverError') : undefined;
  if (driver !== undefined) return isUnavailable(driver);
  const state = sqlState(error);
  if (state !== undefined) return /^(?:08|57P|53300)/.test(state);
  // TypeORM lets go of its runner when the connection is lost between two statements of a transaction.
  if (ownText(error, 'name') === 'QueryRunnerAlreadyReleasedError') return true;
  return LOST_CONNECTION.test(ownText(error, 'message'));
}
