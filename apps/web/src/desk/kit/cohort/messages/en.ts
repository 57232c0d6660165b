import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  cohorts: 'Cohorts',
  fromTo: '{from} to {to}',
  peopleOf: { one: '{count} person', other: '{count} people' },
  communes: { one: '{count} commune', other: '{count} communes' },
  editionOf: 'edition {label}',
  managedBy: 'managed by {name}',
  planned: 'Planned',
  running: 'Running',
  study_ended: 'Study ended',
  results_closed: 'Results closed',
  certified: 'Certified',
  archived: 'Archived',
  cancelled: 'Cancelled',
  tabs: 'Parts of the cohort',
  cohort: 'Progress',
  cohortPeople: 'People',
  cohortMeetings: 'Meetings',
  cohortReports: 'Reports',
};
