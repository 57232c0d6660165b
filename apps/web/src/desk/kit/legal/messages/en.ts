import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  'state.unknown': 'first day of force not recorded',
  'state.not-yet': 'not yet in force, from {date}',
  'state.in-force': 'in force',
  'state.in-force.until': 'in force until {date}',
  'state.in-force.replaced': 'in force until {date}, then replaced by {by}',
  'state.partly-replaced': 'partly in force, the rest replaced by {by}',
  'state.replaced': 'no longer in force from {date}, replaced by {by}',
  'state.expired': 'no longer in force from {date}',
  search: 'Search by number or name, marks forgiven',
  found: 'Documents found',
  none: 'No document of the register matches. You can still type it; it is marked as not in the register.',
  more: '{count} more documents. Type more to narrow them.',
  unlisted: 'not in the register of documents',
  basesNone: 'There is no legal basis to compare.',
  basesHold: '{count} legal bases are all in force on {date}, by the register of documents.',
  basesOpen:
    '{count} of {total} legal bases need a look, as of {date} by the register of documents. This is a reminder and stops nothing.',
};
