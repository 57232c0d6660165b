import { useState, type ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { Stack } from '../../../ui/layout.js';
import { Link } from '../../../ui/link.js';
import { Checks, type Check } from '../marks.js';
import { useCheckWords } from './check-words.js';
import { messages } from './messages/index.js';
import type { RequestCheck } from './types.js';

/** Where what a check is about can be mended; undefined when there is no such place. */
export type CheckLink = (check: RequestCheck) => string | undefined;

/** As many are read at a glance; a request of hundreds of lessons may break as many checks. */
const AT_ONCE = 24;

/** Checks in words, broken ones first; a broken one leads to its place. Of very many the first are shown. */
export function CheckList(props: {
  readonly checks: readonly RequestCheck[];
  readonly linkTo?: CheckLink | undefined;
  /** Leaves out what is kept. */
  readonly onlyOpen?: boolean | undefined;
}) {
  const { t } = useMessages(messages);
  const words = useCheckWords();
  const [whole, setWhole] = useState(false);
  const sorted = [...props.checks].sort((a, b) => weightOf(a) - weightOf(b));
  const shown = props.onlyOpen === true ? sorted.filter((check) => !check.met) : sorted;
  const listed = whole ? shown : shown.slice(0, AT_ONCE);
  return (
    <Stack gap={2}>
      <Checks
        checks={listed.map((check, index) => ({
          key: `${check.code}-${index}`,
          verdict: verdictOf(check),
          text: linked(words.check(check), check, props.linkTo),
        }))}
      />
      {shown.length > AT_ONCE && (
        <Button size="small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('checksFewer') : t('checksMore', { count: shown.length })}
        </Button>
      )}
    </Stack>
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
