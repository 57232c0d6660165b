import type { ProblemField } from '@cam-nang/contracts';

/** Longest part of an address that a route takes as a parameter. */
export const LONGEST_PARAMETER = 200;

/**
 * The parts of an address that no route can take, where the first is 1: one that cannot be read, or is too long. The part
 * itself may be a secret and is not repeated.
 */
export function partsAtFault(url: string): ProblemField[] {
  return pathOf(url)
    .split('/')
    .slice(1)
    .flatMap((part, at): ProblemField[] => {
      const words = decoded(part);
      const params = { part: at + 1 };
      if (words === null) {
        const message = `Part ${at + 1} of the address is not percent-encoded UTF-8.`;
        return [{ path: 'url', code: 'invalid_format', message, params }];
      }
      if (words.length <= LONGEST_PARAMETER) return [];
      const message = `Part ${at + 1} of the address has more than ${LONGEST_PARAMETER} characters.`;
      return [
        {
          path: 'url',
          code: 'too_big',
          message,
          params: { ...params, maximum: LONGEST_PARAMETER },
        },
      ];
    });
}

/** Parameters that are longer than any route takes. */
export function overlongParameters(params: Readonly<Record<string, string>>): ProblemField[] {
  const message = `Too big: expected string to have <=${LONGEST_PARAMETER} characters`;
  return Object.entries(params)
    .filter(([, value]) => (decoded(value) ?? value).length > LONGEST_PARAMETER)
    .map(([path]) => ({ path, code: 'too_big', message, params: { maximum: LONGEST_PARAMETER } }));
}

/** An address without its query. */
export function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '/';
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
