import { page, type PageDefinition } from './page.js';

/** Every page of the desk. A feature adds its pages here and its place, if it has one, in shell/places.ts. */
export const pages: readonly PageDefinition[] = [
  page('home', () => import('./features/home/home-page.js').then((file) => file.HomePage)),
  page('courses', () =>
    import('./features/courses/course-list-page.js').then((file) => file.CourseListPage),
  ),
  page('course', () => import('./features/courses/course-page.js').then((file) => file.CoursePage)),
  page('nodeHistory', () =>
    import('./features/history/node-history-page.js').then((file) => file.NodeHistoryPage),
  ),
  page('passageHistory', () =>
    import('./features/history/passage-history-page.js').then((file) => file.PassageHistoryPage),
  ),
  page('changeRequests', () =>
    import('./features/change-requests/change-request-list-page.js').then(
      (file) => file.ChangeRequestListPage,
    ),
  ),
  page('changeRequest', () => import('./features/tree/tree-page.js').then((file) => file.TreePage)),
  page('lessonEditor', () =>
    import('./features/lesson-editor/lesson-editor-page.js').then((file) => file.LessonEditorPage),
  ),
  page('review', () => import('./features/review/review-page.js').then((file) => file.ReviewPage)),
  page('conflicts', () =>
    import('./features/conflicts/conflicts-page.js').then((file) => file.ConflictsPage),
  ),
  page('questions', () =>
    import('./features/question-editor/question-page.js').then((file) => file.QuestionsPage),
  ),
  page('questionEditor', () =>
    import('./features/question-editor/question-page.js').then((file) => file.QuestionPage),
  ),
  page('editions', () =>
    import('./features/editions/editions-page.js').then((file) => file.EditionsPage),
  ),
  page('edition', () =>
    import('./features/editions/edition-page.js').then((file) => file.EditionPage),
  ),
  page('councils', () =>
    import('./features/councils/councils-page.js').then((file) => file.CouncilsPage),
  ),
  page('council', () =>
    import('./features/councils/council-page.js').then((file) => file.CouncilPage),
  ),
  page('legalDocuments', () =>
    import('./features/legal-documents/legal-documents-page.js').then(
      (file) => file.LegalDocumentsPage,
    ),
  ),
  page('cohorts', () =>
    import('./features/cohorts/cohort-list-page.js').then((file) => file.CohortListPage),
  ),
  page('openCohort', () =>
    import('./features/cohorts/open-cohort-page.js').then((file) => file.OpenCohortPage),
  ),
  page('cohort', () => import('./features/cohorts/board-page.js').then((file) => file.BoardPage)),
  page('cohortPeople', () =>
    import('./features/enrolment/people-page.js').then((file) => file.PeoplePage),
  ),
  page('cohortImport', () =>
    import('./features/enrolment/import-page.js').then((file) => file.ImportPage),
  ),
  page('cohortMeetings', () =>
    import('./features/meetings/meetings-page.js').then((file) => file.MeetingsPage),
  ),
  page('cohortReports', () =>
    import('./features/report-marking/reports-page.js').then((file) => file.ReportsPage),
  ),
  page('awards', () =>
    import('./features/awards/award-list-page.js').then((file) => file.AwardListPage),
  ),
  page('award', () => import('./features/awards/award-page.js').then((file) => file.AwardPage)),
  page('issuing', () =>
    import('./features/issuing/issuing-page.js').then((file) => file.IssuingPage),
  ),
  page('accounts', () =>
    import('./features/accounts/accounts-page.js').then((file) => file.AccountsPage),
  ),
  page('jobs', () => import('./features/jobs/jobs-page.js').then((file) => file.JobsPage)),
  page('audit', () => import('./features/audit/audit-page.js').then((file) => file.AuditPage)),
  page('register', () =>
    import('./features/register/register-page.js').then((file) => file.RegisterPage),
  ),
  page('registerEntry', () =>
    import('./features/register/register-page.js').then((file) => file.RegisterEntryPage),
  ),
];
