import type {
  listReports,
  markReport,
  readSubmission,
  RequestOf,
  ResponseOf,
} from '@cam-nang/contracts';

/** Reports of a cohort, one a person and task. */
export type ReportList = ResponseOf<typeof listReports>;

/** One line of the list. */
export type ReportRow = ReportList['reports'][number];

/** A report as its markers see it. */
export type Submission = ResponseOf<typeof readSubmission>;

/** What a report is judged by. */
export type Criterion = Submission['task']['rubric'][number];

/** A mark as it is sent. */
export type SentMark = RequestOf<typeof markReport>['body'];
