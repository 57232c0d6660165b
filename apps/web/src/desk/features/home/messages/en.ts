import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  title: 'Today',
  waiting: 'Waiting for you',
  places: 'Places',
  none: 'Nothing waits for you',
  noneText:
    'Lists to sign, change requests to review, votes of a council and cohorts that are due appear here.',
  'award-sign': {
    one: 'Sign {count} certificate, cohort {cohort}',
    other: 'Sign {count} certificates, cohort {cohort}',
  },
  'award-submit': {
    one: 'Submit the list of {count} person, cohort {cohort}',
    other: 'Submit the list of {count} people, cohort {cohort}',
  },
  'award-returned': 'List sent back, cohort {cohort}',
  computed: 'Computed {time}, {by}',
  'people-reported': {
    one: '{count} trainee of cohort {cohort} says that the name or date of birth is wrong',
    other: '{count} trainees of cohort {cohort} say that the name or date of birth is wrong',
  },
  'award-compute': 'Compute the award list of cohort {cohort}',
  'cohort-close': 'End study of cohort {cohort}',
  'cohort-results': 'Close the results of cohort {cohort}',
  cohortSub: '{title}, last day {date}',
  'request-review': 'Review request {number}: {title}',
  'request-merge': 'Merge approved request {number}: {title}',
  'request-mend': 'Mend request {number} as reviewed: {title}',
  'request-answer': {
    one: 'Answer {count} comment on request {number}: {title}',
    other: 'Answer {count} comments on request {number}: {title}',
  },
  'request-outdated': 'Bring up to date and look at what collides, request {number}: {title}',
  'request-write': 'Go on writing request {number}: {title}',
  requestSub: '{author}, updated {time}',
  'council-vote': 'Vote on the appraisal of edition {label}',
  'council-close': 'Conclude the appraisal of edition {label}',
  'council-confirm': 'Confirm that edition {label} was changed as the council asked',
  'edition-issue': 'Issue edition {label}',
  'edition-returned': 'Edition {label} was sent back',
  'jobs-failed': { one: '{count} background job failed', other: '{count} background jobs failed' },
  jobsSub: 'See why and run again',
};
