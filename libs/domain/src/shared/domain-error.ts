/** Facts that explain an error: plain JSON values, never personal data. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * A rule was broken in a way the caller could not know beforehand, or should have checked.
 *
 * `code` is one of the closed list in the contracts (kept a plain string here, so that the rules
 * depend on nobody); `details` name what was wrong. Outcomes that are part of normal work are not
 * thrown but returned, see `Result`.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
  }
}
