/** One thing a drill has looked at. */
export interface Finding {
  readonly what: string;
  readonly found: string;
  readonly right: boolean;
}

/** A finding that must come out exactly so. */
export function exactly(what: string, found: unknown, wanted: unknown): Finding {
  const [said, want] = [String(found), String(wanted)];
  const right = said === want;
  return { what, found: right ? said : `${said}, not ${want}`, right };
}

/** A drill's findings as lines of a table. */
export function findingLines(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ what }) => what.length));
  return findings.map(
    ({ what, found, right }) => `  ${right ? '✓' : '✗'} ${what.padEnd(width)}  ${found}`,
  );
}
