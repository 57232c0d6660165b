import {
  listChangeRequests,
  readChangeRequest,
  readDraft,
  readOverlay,
  readRequestDiff,
} from '@cam-nang/contracts/routes';

/** What has to be read again after an act on a request's tree. */
export const OF_REQUEST = [
  readOverlay,
  readChangeRequest,
  readRequestDiff,
  readDraft,
  listChangeRequests,
] as const;
