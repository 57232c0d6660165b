import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  line: 'Time line: {title}',
  earlier: { one: '{count} earlier edition', other: '{count} earlier editions' },
  noDay: 'no day yet',
  edition: 'Edition',
  state: 'State',
  decision: 'Decision, who signed or prepared',
  noDecision: 'no decision yet',
  force: 'In force for new cohorts',
  applies: 'Cohorts already on it',
  from: 'from {from}',
  fromTo: 'from {from} until {to}',
  withdrawnFrom: 'Edition {label} is withdrawn from {date}.',
  willBeWithdrawn: 'Edition {label} will be withdrawn from {date}.',
  withdrawnBy: 'Decision {number} of {date}.',
  withdrawnByUndated: 'Decision {number}.',
  cohortGoesOn: 'This cohort goes on with the edition it has.',
  opensInstead: 'Cohorts that open study {edition}.',
  editionOf: 'edition {label}',
  servesAsFallback: 'in the place of one withdrawn',
  withdrawnOn: 'withdrawn from {date}',
  prepareOf: 'Prepare the next edition of {course}',
  prepareText:
    'Seals what has been merged as an edition waiting for signature. What is sealed cannot be changed; if it is wrong, return it and prepare another.',
  editionTitle: 'Title of the edition',
  editionTitleHint: 'As the decision will print it.',
  editionTitleMissing: 'Write the title as the decision will print it.',
  kind: 'Kind',
  kindAmendment: 'Amendment',
  kindAmendmentHint:
    'A new number. Cohorts that open after the day of effect study it; running cohorts keep the one they have.',
  kindErratum: 'Erratum',
  kindErratumHint:
    'Corrects mistakes and keys only. Running cohorts get it from the day of effect.',
  firstKind: 'This is the first edition of the curriculum: number 1.0.',
  prepareAct: 'Seal and prepare',
  cancel: 'Cancel',
  notReady: 'Merge at least one change request before preparing an edition.',
  candidateWaits:
    'An edition is waiting for signature. Sign it or return it before preparing another.',
  nothingToCorrect: 'No edition has been issued yet that could be corrected.',
};
