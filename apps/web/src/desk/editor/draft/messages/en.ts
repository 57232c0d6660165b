import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  typing: 'typing',
  saving: 'saving',
  saved: 'Saved {time}, version {version}',
  savedBefore: 'Version {version}',
  unsaved: 'Not rewritten',
  waiting:
    'Not saved on the server yet. Your text is still on this device and will be sent again by itself.',
  refused: 'Not saved: something has to be mended. Your text is still here.',
  stale: 'Somebody else has just saved this',
  waitingShort: 'not sent yet, kept on this device',
  refusedShort: 'not saved, something to mend',
  staleShort: 'two texts, waiting for a choice',
  retry: 'Try again now',
  staleTitle: 'This has just been saved elsewhere',
  staleText: '{name} saved at {time}. Both texts are kept; choose one, or keep yours and write on.',
  staleGone: 'The text on the server is back to that of the edition. What you wrote is still here.',
  keepMine: 'Keep my text',
  takeOther: 'Take the other text',
  tookOther: 'The other text is taken. Yours is kept for 8 seconds.',
  mine: 'Your text',
  other: 'The other text',
  restored: 'Restored what you wrote at {time} and had not been saved on the server.',
  dismiss: 'Understood',
  leaseHeld:
    '{name} is writing here (until {time}). You are looking; if you both write, the later save has to choose.',
  insist: 'Write anyway',
  leaseMine: 'You hold the place of writing.',
  leaseTaken: 'The place of writing is yours now.',
  readOnly: 'This request is no longer open for writing: for reading only.',
  reason: 'Reason for the change',
  reasonHint: 'Printed in the comparison table.',
  reasonSaved: 'The reason is saved.',
};
