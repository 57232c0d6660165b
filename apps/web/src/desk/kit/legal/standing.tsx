import { addDays, calendarDate } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import {
  CalendarClockIcon,
  CheckIcon,
  CircleHelpIcon,
  CircleXIcon,
  HistoryIcon,
} from '../../../ui/icons.js';
import { Status } from '../../../ui/tag.js';
import type { LegalStanding } from './legal-types.js';
import { messages } from './messages/index.js';

/** The last day of force before the first day without it. */
export function lastDay(firstWithout: string): string {
  return addDays(calendarDate(firstWithout), -1);
}

/** What a document is on a day, in words. */
export function useStandingWords(): (standing: LegalStanding) => string {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (standing) => {
    const { state, from, endsOn, replacedBy, changedBy } = standing;
    const date = format.date(endsOn ?? from ?? standing.on);
    const by = replacedBy?.citedAs ?? changedBy.map((one) => one.citedAs).join(', ');
    if (state !== 'in-force') return t(`state.${state}`, { date, by });
    if (endsOn === null) return t('state.in-force');
    const until = format.date(lastDay(endsOn));
    return replacedBy === null
      ? t('state.in-force.until', { date: until })
      : t('state.in-force.replaced', { date: until, by: replacedBy.citedAs });
  };
}

const LOOKS = {
  unknown: { tone: 'warn', icon: CircleHelpIcon },
  'not-yet': { tone: 'info', icon: CalendarClockIcon },
  'in-force': { tone: 'ok', icon: CheckIcon },
  'partly-replaced': { tone: 'warn', icon: HistoryIcon },
  replaced: { tone: 'bad', icon: HistoryIcon },
  expired: { tone: 'bad', icon: CircleXIcon },
} as const;

/** The state of a document with its sign and its words. */
export function Standing({ standing }: { readonly standing: LegalStanding }) {
  const words = useStandingWords();
  const { tone, icon } = LOOKS[standing.state];
  return (
    <Status tone={tone} icon={icon}>
      {words(standing)}
    </Status>
  );
}
