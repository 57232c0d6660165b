import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  back: 'Back to topic {code}',
  lesson: 'Lesson {label}',
  minutes: { one: '{count} minute to read', other: '{count} minutes to read' },
  state: '{done}/{total} parts read',
  finished: 'You have read this lesson',
  finishedText: 'The office has received your progress.',
  nextLesson: 'Next: {title}',
  previousLesson: 'Previous: {title}',
  toModule: 'Back to the topic',
  toQuiz: 'Take the quiz',
  corrected: 'Erratum {label} corrected what has a bar in the margin. {reason}',
  waiting: 'Saved on this device. It will be sent when you are online.',
  saved: 'Received at {time}.',
  readOnly: 'You may read here, but progress no longer counts.',
};
