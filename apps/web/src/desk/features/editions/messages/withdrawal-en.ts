import type { English } from '../../../../lib/i18n/message.js';
import type { viWithdrawal } from './withdrawal-vi.js';

/** Words of withdrawing an edition. */
export const enWithdrawal: English<typeof viWithdrawal> = {
  'withdraw.act': 'Withdraw the edition',
  'withdraw.title': 'Withdraw edition {label}',
  'withdraw.done': 'The withdrawal of edition {label} is recorded.',
  'withdraw.thatDay': 'the day of withdrawal',
  'withdraw.says':
    'From {date} on edition {label} is withdrawn: no longer in force for cohorts that open.',
  'withdraw.noneOpens': 'From that day no cohort can open until another edition is in force.',
  'withdraw.opensOn':
    'Cohorts that open from that day study edition {label}, until another edition is in force.',
  'withdraw.governsNone': 'Cohorts that open do not take this edition, so opening does not change.',
  'withdraw.following': {
    one: '{count} running cohort with {people} trainees goes on; its pages say that the edition is withdrawn.',
    other:
      '{count} running cohorts with {people} trainees go on; their pages say that the edition is withdrawn.',
  },
  'withdraw.forever': 'The text can still be read. A withdrawal cannot be taken back.',
  'withdraw.decisionNo': 'Number of the decision',
  'withdraw.decisionDate': 'Signed on',
  'withdraw.reason': 'Reason',
  'withdraw.reasonHint': 'Trainees, trainers and readers of the handbook see it.',
  'withdraw.on': 'Withdrawn from',
  'withdraw.onHint': 'Today or later.',
  'withdraw.fallback': 'Cohorts that open from then on study',
  'withdraw.fallbackHint': 'It has to be chosen: nothing is chosen by itself.',
  'withdraw.choose': 'Choose one',
  'withdraw.none': 'No edition: no cohort opens',
  'withdraw.confirmation': 'Type the number once more to confirm',
  'withdraw.missing': 'This is missing.',
  'withdraw.followingBack': {
    one: '{count} running cohort with {people} trainees goes back to edition {label} on that day; progress and marks stay.',
    other:
      '{count} running cohorts with {people} trainees go back to edition {label} on that day; progress and marks stay.',
  },
  'withdraw.followingNone': 'No cohort is studying this edition.',
  'withdraw.toChoose': 'What cohorts that open from that day study: choose below.',
  'withdraw.issuedIt':
    'This decision issued the edition itself. Give the number of the decision to withdraw it.',
  'withdraw.beforeIssue': 'The day of signing cannot be before the edition was issued.',
  'withdraw.datePast': 'The day of withdrawal cannot be before today.',
};
