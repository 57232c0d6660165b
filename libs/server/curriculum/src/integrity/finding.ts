/** One thing in the database that is not as it was written. */
export interface Finding {
  /** What kind of thing: `revision`, `commit`, `member`, `edition` … */
  readonly what: string;
  /** Which one, in words that lead to the row. */
  readonly which: string;
  /** What is wrong with it. */
  readonly problem: string;
}

/** A finding. */
export function finding(what: string, which: string, problem: string): Finding {
  return { what, which, problem };
}

/** One line for people. */
export function findingLine({ what, which, problem }: Finding): string {
  return `${what} ${which}: ${problem}`;
}
