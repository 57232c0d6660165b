import { hrefOver } from '../lib/href.js';

/** Every address of the desk. */
export const paths = {
  home: '/desk',
  courses: '/desk/courses',
  course: '/desk/courses/:courseId',
  nodeHistory: '/desk/courses/:courseId/nodes/:nodeId/history',
  passageHistory: '/desk/courses/:courseId/nodes/:nodeId/passages/:blockId/history',
  changeRequests: '/desk/changes',
  changeRequest: '/desk/changes/:requestId',
  lessonEditor: '/desk/changes/:requestId/lessons/:nodeId',
  questions: '/desk/changes/:requestId/questions',
  questionEditor: '/desk/changes/:requestId/questions/:nodeId',
  review: '/desk/changes/:requestId/review',
  conflicts: '/desk/changes/:requestId/conflicts',
  editions: '/desk/editions',
  edition: '/desk/editions/:editionId',
  council: '/desk/editions/:editionId/council',
  councils: '/desk/councils',
  legalDocuments: '/desk/legal-documents',
  cohorts: '/desk/cohorts',
  openCohort: '/desk/cohorts/open',
  cohort: '/desk/cohorts/:cohortId',
  cohortPeople: '/desk/cohorts/:cohortId/people',
  cohortImport: '/desk/cohorts/:cohortId/import',
  cohortMeetings: '/desk/cohorts/:cohortId/meetings',
  cohortReports: '/desk/cohorts/:cohortId/reports',
  awards: '/desk/awards',
  award: '/desk/awards/:proposalId',
  issuing: '/desk/issuing/:decisionId',
  register: '/desk/register',
  registerEntry: '/desk/register/:entryId',
  accounts: '/desk/accounts',
  jobs: '/desk/jobs',
  audit: '/desk/audit',
} as const;

export type PageName = keyof typeof paths;

/** The typed address of a page: `href('cohort', { cohortId }, { filter: 'missing' })`. */
export const href = hrefOver(paths);
