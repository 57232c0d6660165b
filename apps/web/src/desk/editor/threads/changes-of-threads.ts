import {
  listChangeRequests,
  listEditionThreads,
  listRequestThreads,
  readChangeRequest,
  readDraft,
  readOverlay,
  readRequestDiff,
} from '@cam-nang/contracts/routes';

/** What has to be read again after somebody said something: the threads, and the checks that count them. */
export const OF_THREADS = [listRequestThreads, listEditionThreads, readChangeRequest] as const;

/** The same when the text itself was written. */
export const OF_TAKING_OVER = [
  ...OF_THREADS,
  readRequestDiff,
  readOverlay,
  readDraft,
  listChangeRequests,
] as const;
