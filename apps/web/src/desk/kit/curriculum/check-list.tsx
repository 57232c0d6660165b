import type { ReactNode } from 'react';
import { Link } from '../../../ui/link.js';
import { Checks, type Check } from '../marks.js';
import { useCheckWords } from './check-words.js';
import type { RequestCheck } from './types.js';

/** Where what a check is about can be mended; undefined when there is no such place. */
export type CheckLink = (check: RequestCheck) => string | undefined;

/** Checks in words, broken ones first; a broken one leads to its place. */
export function CheckList(props: {
  readonly checks: readonly RequestCheck[];
  readonly linkTo?: CheckLink | undefined;
  /** Leaves out what is kept. */
  readonly onlyOpen?: boolean | undefined;
}) {
  const words = useCheckWords();
  const sorted = [...props.checks].sort((a, b) => weightOf(a) - weightOf(b));
  const shown = props.onlyOpen === true ? sorted.filter((check) => !check.met) : sorted;
  return (
    <Checks
      checks={shown.map((check, index) => ({
        key: `${check.code}-${index}`,
        verdict: verdictOf(check),
        text: linked(words.check(check), check, props.linkTo),
      }))}
    />
  );
}

function weightOf(check: RequestCheck): number {
  if (check.met) return 2;
  return check.blocking ? 0 : 1;
}

function verdictOf(check: RequestCheck): Check['verdict'] {
  if (check.met) return 'yes';
  return check.blocking ? 'no' : 'warn';
}

function linked(text: string, check: RequestCheck, linkTo: CheckLink | undefined): ReactNode {
  const href = check.met ? undefined : linkTo?.(check);
  return href === undefined ? text : <Link href={href}>{text}</Link>;
}
