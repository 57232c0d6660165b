import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Section, Stack } from '../../../ui/layout.js';
import { Facts } from '../../../ui/lists.js';
import { PeriodSquares, type PeriodMark } from '../../../ui/periods.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages/index.js';
import type { Results } from './results-page.js';

type Attendance = Results['attendance'];

function marksOf({ planned, present, madeUp }: Attendance): readonly PeriodMark[] {
  const there = Math.min(planned, present);
  const added = Math.min(planned - there, madeUp);
  return Array.from({ length: planned }, (_, index) => {
    if (index < there) return 'done';
    return index < there + added ? 'added' : 'absent';
  });
}

/** Presence in periods of the meetings held so far. */
export function Presence({ attendance }: { readonly attendance: Attendance }) {
  const { t } = useMessages(messages);
  const { planned, present, madeUp, excused, absent } = attendance;
  if (planned === 0) {
    return (
      <Section title={t('presence')}>
        <p className={text.soft}>{t('presenceNone')}</p>
      </Section>
    );
  }
  const rows = [
    [t('present'), present],
    [t('madeUp'), madeUp],
    [t('excused'), excused],
    [t('absent'), absent],
  ] as const;
  return (
    <Section title={t('presence')}>
      <Stack>
        <p>
          <PeriodSquares
            label={t('presenceLabel', { present, planned, away: planned - present })}
            marks={marksOf(attendance)}
            layout="week"
          />
        </p>
        <p className={text.soft}>{t('presenceText', { planned })}</p>
        <Facts
          facts={rows
            .filter(([, count], index) => index === 0 || count > 0)
            .map(([name, count]) => ({ name, value: t('periods', { count }) }))}
        />
      </Stack>
    </Section>
  );
}
