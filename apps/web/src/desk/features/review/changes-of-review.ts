import {
  listChangeRequests,
  listCourses,
  readChangeRequest,
  readCourse,
  readOverlay,
  readRequestDiff,
} from '@cam-nang/contracts/routes';

/** What has to be read again after an act on the request as a whole. */
export const OF_REVIEW = [
  readChangeRequest,
  listChangeRequests,
  readOverlay,
  readCourse,
  listCourses,
] as const;

/** The same when the text itself may differ. */
export const OF_TEXT = [...OF_REVIEW, readRequestDiff] as const;
