import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  title: 'Handbook',
  intro:
    'The text in force, to work with. You study the edition of your cohort; here it is always the newest edition in force.',
  empty: 'No curriculum is in force yet',
  emptyText: 'When an edition is issued, the handbook appears here.',
  minutes: { one: '{count} minute', other: '{count} minutes' },
  back: 'Back to the handbook',
  decision: 'Decision {no} of {date}',
  next: 'Next: {title}',
  previous: 'Before: {title}',
};
