import type {
  compareEditions,
  listChangeRequests,
  readChangeRequest,
  readChangesSince,
  readDraft,
  readEdition,
  readOverlay,
  readRequestDiff,
  ResponseOf,
} from '@cam-nang/contracts';

/** Shapes of the curriculum as the answers carry them, by the names that screens use. */
export type RequestView = ResponseOf<typeof readChangeRequest>;
export type ListedRequestView = ResponseOf<typeof listChangeRequests>['requests'][number];
export type RequestCheck = RequestView['checks'][number];
export type Review = RequestView['reviews'][number];
export type EditionDetail = ResponseOf<typeof readEdition>;
export type EditionView = EditionDetail['edition'];
export type OverlayAnswer = ResponseOf<typeof readOverlay>;
export type OverlayNode = OverlayAnswer['nodes'][number];
export type HoursCheck = OverlayAnswer['hours'];
export type NodeKind = OverlayNode['kind'];
export type DraftView = ResponseOf<typeof readDraft>;
export type RequestDiff = ResponseOf<typeof readRequestDiff>;
/** What a request says otherwise than in a version that was judged. */
export type RequestSince = ResponseOf<typeof readChangesSince>;
export type ChangedNode = RequestDiff['nodes'][number];
export type Comparison = ResponseOf<typeof compareEditions>;
export type ComparisonRow = Comparison['rows'][number];
