import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Section, Stack } from '../../../ui/layout.js';
import { PeriodSquares, type PeriodMark } from '../../../ui/periods.js';
import text from '../../../ui/text.module.css';
import type { Condition } from './certificate-page.js';
import { messages } from './messages/index.js';

/** Presence in the notebook's squares: one square is one period. */
export function AttendanceAside({ conditions }: { readonly conditions: readonly Condition[] }) {
  const { t } = useMessages(messages);
  const actual = conditions.find((condition) => condition.code === 'attendance')?.actual;
  if (actual?.kind !== 'periods' || actual.planned === 0) return null;
  const { planned, present, madeUp } = actual;
  const there = Math.min(planned, present + madeUp);
  const absent = planned - there;
  const marks = Array.from({ length: planned }, (_, index): PeriodMark =>
    index < there ? 'done' : 'absent',
  );
  return (
    <Section title={t('presence')}>
      <Stack gap={2}>
        <p>
          <PeriodSquares
            label={t('presenceLabel', { there, planned, absent })}
            marks={marks}
            layout="week"
          />
        </p>
        <p className={text.soft}>{t('presenceText', { there, planned, absent })}</p>
      </Stack>
    </Section>
  );
}
