import * as z from 'zod/mini';

/**
 * JSON whose inner shape another lib owns and checks (a lesson's document, a diff): typed here, validated there.
 * It still has to be present and to be an object or an array.
 */
export function typedJson<T>() {
  return z.custom<T>((value) => typeof value === 'object' && value !== null);
}
