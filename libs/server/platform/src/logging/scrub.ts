/** Names whose values never reach a log, whatever they hold. */
const HIDDEN =
  /^(authorization|cookie|set-?cookie|password|passphrase|secret|token|csrf-?token|x-csrf-token|session(-?token)?|otp|totp|one-?time-?code|verification-?code|personal-?number|cipher|key|api-?key|recovery-?codes?|birth-?date)$/i;

/** Shapes of a `code` that is a word of the program (error code, SQLSTATE, errno), not a secret one. */
const PLAIN_CODE = /^([a-z][a-z_-]*(\.[a-z_-]+)+|[0-9A-Z]{5}|E[A-Z_]+|FST_[A-Z_]+|[a-z_]+)$/;

const PERSONAL_NUMBER = /(?<!\d)\d{12}(?!\d)/g;
const VERIFICATION_PATH = /(\/(?:x|api\/verify)\/)[^\s/?#"']+/g;
const URL_PASSWORD = /(\w+:\/\/[^\s:/@]+:)[^\s@]+@/g;

const DEEPEST = 6;
const LONGEST_LIST = 50;

/** Text with personal numbers, verification codes and passwords in addresses blotted out. */
export function scrubText(text: string): string {
  return text
    .replace(PERSONAL_NUMBER, '[number]')
    .replace(VERIFICATION_PATH, '$1[code]')
    .replace(URL_PASSWORD, '$1[hidden]@');
}

function scrubEntry(name: string, value: unknown, depth: number): unknown {
  if (HIDDEN.test(name)) return '[hidden]';
  if (name === 'code' && typeof value === 'string')
    return PLAIN_CODE.test(value) ? value : '[hidden]';
  return scrubValue(value, depth + 1);
}

/**
 * An error as a log shows it: kind, message, stack and causes. What a driver hangs on it (rows,
 * parameters, the values of a broken key) stays out.
 */
export function scrubError(error: Error, depth = 0): Record<string, unknown> {
  const fields: Record<string, unknown> = {
    type: error.name,
    message: scrubText(error.message),
    stack: error.stack === undefined ? undefined : scrubText(error.stack),
  };
  for (const name of ['code', 'constraint', 'table', 'column', 'status', 'details'] as const) {
    const value: unknown = Reflect.get(error, name);
    if (value !== undefined) fields[name] = scrubEntry(name, value, depth);
  }
  if (error.cause instanceof Error && depth < DEEPEST) {
    fields['cause'] = scrubError(error.cause, depth + 1);
  }
  return fields;
}

/** Any value made safe for a log, a few levels deep. */
export function scrubValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return scrubError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${String(value.byteLength)} bytes]`;
  if (depth >= DEEPEST) return '[deeper]';
  if (Array.isArray(value)) {
    return value.slice(0, LONGEST_LIST).map((item) => scrubValue(item, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, scrubEntry(name, item, depth)]),
  );
}
