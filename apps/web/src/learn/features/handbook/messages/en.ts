import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  title: 'Handbook',
  intro:
    'The text in force, to work with. You study the edition of your cohort; here it is always the newest edition in force.',
  empty: 'No curriculum is in force yet',
  emptyText: 'When an edition is issued, the handbook appears here.',
  find: 'Find by title, with or without marks',
  on: 'Read the text in force on',
  onWrong: 'Not a day. Type day/month/year, such as 14/05/2026.',
  today: 'Back to the text in force',
  noneThen: 'No edition was in force on this day',
  noneThenText: 'Choose another day.',
  notFound: 'No lesson is called “{find}”',
  notFoundText: 'Try fewer words, or the title of a topic.',
  minutes: { one: '{count} minute', other: '{count} minutes' },
  back: 'Back to the handbook',
  decision: 'Decision {no} of {date}',
  withdrawn: 'Edition {label} is withdrawn from {date} by decision {no}.',
  willBeWithdrawn: 'Edition {label} will be withdrawn from {date} by decision {no}.',
  next: 'Next: {title}',
  previous: 'Before: {title}',
};
