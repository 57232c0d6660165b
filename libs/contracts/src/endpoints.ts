import type { EndpointDescriptor } from './http/endpoint.js';
import * as account from './identity/account.contract.js';
import * as session from './identity/session.contract.js';
import * as singleSignOn from './identity/single-sign-on.contract.js';
import * as unit from './organisation/unit.contract.js';
import * as job from './operations/job.contract.js';
import * as course from './curriculum/course.contract.js';
import * as changeRequest from './curriculum/change-request.contract.js';
import * as changesSince from './curriculum/changes-since.contract.js';
import * as draft from './curriculum/draft.contract.js';
import * as wordImport from './curriculum/word-import.contract.js';
import * as comment from './curriculum/comment.contract.js';
import * as history from './curriculum/history.contract.js';
import * as handbookHistory from './curriculum/handbook-history.contract.js';
import * as amendment from './curriculum/amendment.contract.js';
import * as revert from './curriculum/revert.contract.js';
import * as legalDocument from './curriculum/legal-document.contract.js';
import * as merge from './curriculum/merge.contract.js';
import * as edition from './curriculum/edition.contract.js';
import * as council from './curriculum/council.contract.js';
import * as cohort from './training/cohort.contract.js';
import * as enrolment from './training/enrolment.contract.js';
import * as meeting from './training/meeting.contract.js';
import * as board from './training/board.contract.js';
import * as attempt from './assessment/attempt.contract.js';
import * as report from './assessment/report.contract.js';
import * as study from './learning/study.contract.js';
import * as result from './learning/result.contract.js';
import * as certificate from './certification/certificate.contract.js';
import * as award from './certification/award.contract.js';
import * as register from './certification/register.contract.js';

const modules = [
  session,
  singleSignOn,
  account,
  unit,
  course,
  changeRequest,
  changesSince,
  draft,
  wordImport,
  comment,
  history,
  handbookHistory,
  amendment,
  revert,
  legalDocument,
  merge,
  edition,
  council,
  cohort,
  enrolment,
  meeting,
  board,
  attempt,
  report,
  study,
  result,
  certificate,
  award,
  register,
  job,
];

function isEndpoint(value: unknown): value is EndpointDescriptor {
  return (
    typeof value === 'object' &&
    value !== null &&
    'method' in value &&
    'path' in value &&
    'response' in value
  );
}

/** Every endpoint of the product, in the order of the features. */
export const endpoints: readonly EndpointDescriptor[] = modules.flatMap((module) =>
  Object.values<unknown>(module).filter(isEndpoint),
);
