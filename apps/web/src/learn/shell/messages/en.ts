import type { English } from '../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  skip: 'To the main content',
  navigation: 'Main navigation',
  trainee: 'Trainee',
  today: 'Today',
  course: 'Course',
  handbook: 'Handbook',
  results: 'Results',
  scope: 'Cohort {code} · {title}',
  offline: 'Offline',
  demonstration: 'Sample data',
  otherLanguage: 'Tiếng Việt',
};
