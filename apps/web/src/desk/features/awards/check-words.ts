import { useMessages } from '../../../lib/i18n/catalogue.js';
import type { Check } from '../../kit/marks.js';
import type { Proposal } from './award-types.js';
import { messages } from './messages/index.js';

type AwardCheck = Proposal['checks'][number];

const KNOWN = [
  'study-ended',
  'data-confirmed',
  'birth-date-known',
  'glyphs',
  'widths',
  'not-certified',
  'namesakes',
] as const;

type Known = (typeof KNOWN)[number];

function known(code: string): Known | 'other' {
  return KNOWN.find((one) => one === code) ?? 'other';
}

/** What stands against submitting, a warning, or fine. */
export function verdictOf(check: AwardCheck): Check['verdict'] {
  if (check.met) return 'yes';
  return check.blocking ? 'no' : 'warn';
}

/** Words for what was looked at before a list may be submitted. */
export function useAwardCheckWords(): (check: AwardCheck) => string {
  const { t } = useMessages(messages);
  return ({ code, met, params }) => {
    const values = {
      count: Number(params['count'] ?? 0),
      listed: Number(params['listed'] ?? 0),
      names: String(params['names'] ?? ''),
      characters: String(params['characters'] ?? ''),
      code,
    };
    const key = known(code);
    return met ? t(`check.${key}`, values) : t(`check.${key}.not`, values);
  };
}
