import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  base: 'Before',
  baseNote: 'before either side changed it',
  nothing: 'Removed here',
  notYet: 'Not there yet',
  hidden: 'You may not see questions and keys. Somebody with the right to questions will choose.',
  standsIn: 'In: {parent}',
  standsAfter: 'After: {after}',
  standsFirst: 'First',
  gone: 'No longer in the tree',
  'choice.written': 'Write it anew',
  writtenHint: 'Bold, italics and links are not kept in words written here.',
  writtenEmpty: 'Write the words to keep.',
  notNumber: 'Write a number.',
  choose: 'Choose the text to keep',
};
