import {
  listChangeRequests,
  readChangeRequest,
  readConflicts,
  readDraft,
  readOverlay,
  readRequestDiff,
} from '@cam-nang/contracts/routes';

/** What has to be read again after the main text was merged into a request. */
export const CHANGED_BY_TAKING_OVER = [
  readConflicts,
  readChangeRequest,
  listChangeRequests,
  readOverlay,
  readRequestDiff,
  readDraft,
] as const;
