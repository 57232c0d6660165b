import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  typing: 'typing',
  saving: 'saving',
  saved: 'Saved {time}, version {version}',
  savedBefore: 'Version {version}',
  unsaved: 'Nothing changed yet',
  waiting:
    'Not saved on the server yet. Your text is still on this device and will be sent again by itself.',
  refused: 'Not saved: something has to be mended. Your text is still here.',
  waitingShort: 'not sent yet, kept on this device',
  refusedShort: 'not saved, something to mend',
  collidedShort: 'two people wrote at one place, waiting for a choice',
  retry: 'Try again now',
  waitingUnkept:
    'Not saved on the server yet, and this device has no room to keep it. Leave the page open: it is sent again by itself.',
  cameIn: 'What {name} has just saved is merged into the text.',
  cameInGround: 'What changed in the main text is merged into this one.',
  collidedTitle: 'Two people wrote at the same place',
  collidedBy: '{name} saved at {time}.',
  collidedGround: 'The main text has changed.',
  collidedText: {
    one: 'Everything else merges by itself; {count} place waits for your choice. Both texts are kept, and you can write on.',
    other:
      'Everything else merges by itself; {count} places wait for your choice. Both texts are kept, and you can write on.',
  },
  place: 'Place {no} of {count}',
  aboutBlock: 'a passage',
  aboutTitle: 'the title',
  aboutQuestion: 'the question',
  ground: 'the main text',
  textOf: 'Text of {name}',
  mine: 'Your text',
  keepMine: 'Keep my text',
  takeTheirs: 'Take the text of {name}',
  bothMineFirst: 'Both, mine first',
  bothTheirsFirst: 'Both, {name} first',
  written: 'Words that go into the text',
  result: 'Goes into the text',
  placesLeft: { one: '{count} place without a choice.', other: '{count} places without a choice.' },
  placesReady: 'Every place is chosen.',
  mergeChosen: 'Merge into the text',
  restored: 'Restored what you wrote at {time} and had not been saved on the server.',
  dismiss: 'Understood',
  leaseHeld:
    '{name} is writing here (until {time}). You are looking. You can both write: different passages merge by themselves, of the same passage both texts are kept.',
  leaseShared:
    '{name} is writing here too. You can go on: different passages merge by themselves, of the same passage both texts are kept.',
  alsoHere: '{name} is here',
  insist: 'Write anyway',
  leaseMine: 'You hold the place of writing.',
  leaseTaken: 'The place of writing is yours now.',
  readOnly: 'This request is no longer open for writing: for reading only.',
  reason: 'Reason for the change',
  reasonHint: 'Printed in the comparison table.',
  reasonSaved: 'The reason is saved.',
};
