/** What one journey leaves for the next, at one size of screen: the same people go through all of them. */
export interface Spine {
  /** The cohort that the officer opened. */
  cohort?: { readonly id: string; readonly code: string };
  /** The one person who was enrolled by hand. */
  trainee?: {
    readonly fullName: string;
    readonly username: string;
    readonly oneTimeCode: string;
    readonly password: string;
  };
  /** The certificate that was made. */
  certificate?: {
    readonly pdf: Buffer;
    readonly fullName: string;
    readonly serialNumber: string;
    readonly registerNumber: string;
    readonly editionLabel: string;
  };
}

/** What an earlier journey must have left. */
export function left<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`An earlier journey has left no ${what}.`);
  return value;
}
