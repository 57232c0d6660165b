import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  title: 'Change requests',
  facts: '{open} open, {done} done',
  open: 'Open a request',
  opened: 'Request {number} is open.',
  filter: 'Narrow the list',
  'show.all': 'All',
  'show.open': 'Open',
  'show.review': 'For you to judge',
  'show.merge': 'Ready to merge',
  'show.done': 'Done',
  request: 'Request',
  state: 'State',
  changes: 'Changes',
  verdicts: 'Verdicts',
  author: 'Author',
  updated: 'Last changed',
  about: '{course} · {kind}',
  noVerdict: 'nobody yet',
  verdictOf: '{name}:',
  outdated: 'Ground has moved',
  outdatedTitle: 'The common curriculum has taken in another request since this one was opened.',
  emptyTitle: 'No change requests yet',
  emptyText:
    'Every change of a curriculum begins with a request: written, reviewed, and only then merged.',
  noneTitle: 'No request here',
  noneText: 'Take the filter off to see every request.',
  showAll: 'Show all',
};
