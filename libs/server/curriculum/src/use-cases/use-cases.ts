import { AbandonChangeRequest } from './abandon-change-request.js';
import { AddNode } from './add-node.js';
import { CastBallot } from './cast-ballot.js';
import { CheckpointDrafts } from './checkpoint-drafts.js';
import { CloseCouncil } from './close-council.js';
import { CommitToLine } from './commit-to-line.js';
import { ConfirmChanges } from './confirm-changes.js';
import { ConveneCouncil } from './convene-council.js';
import { CouncilLog } from './council-log.js';
import { CreateCourse } from './create-course.js';
import { DeleteNode } from './delete-node.js';
import { DeskActs } from './desk-acts.js';
import { DescribeChangeRequest } from './describe-change-request.js';
import { EditFromFiles } from './edit-from-files.js';
import { EditOverlay } from './edit-overlay.js';
import { ExplainChange } from './explain-change.js';
import { FollowOnMain } from './follow-on-main.js';
import { ForkLine } from './fork-line.js';
import { ImportTree } from './import-tree.js';
import { ImportWord } from './import-word.js';
import { IssueEdition } from './issue-edition.js';
import { IssueLog } from './issue-log.js';
import { JudgeRequest } from './judge-request.js';
import { KeepCorrections } from './keep-corrections.js';
import { KeepJudged } from './keep-judged.js';
import { KeepRevisions } from './keep-revisions.js';
import { Leases } from './leases.js';
import { LoadAppraisalRules } from './load-appraisal-rules.js';
import { LoadCourse } from './load-course.js';
import { MakeAmendment } from './make-amendment.js';
import { MergeChangeRequest } from './merge-change-request.js';
import { MoveNode } from './move-node.js';
import { OpenChangeRequest } from './open-change-request.js';
import { OpenRevertRequest } from './open-revert-request.js';
import { PlaceErratum } from './place-erratum.js';
import { PrepareEdition } from './prepare-edition.js';
import { RebaseRequest } from './rebase-request.js';
import { RestoreNode } from './restore-node.js';
import { ReturnEdition } from './return-edition.js';
import { ReviewChangeRequest } from './review-change-request.js';
import { SaveDraft } from './save-draft.js';
import { SubmitChangeRequest } from './submit-change-request.js';
import { TakeBackErratum } from './take-back-erratum.js';
import { UploadImage } from './upload-image.js';
import { WithdrawEdition } from './withdraw-edition.js';

/** What writes to lines. */
export const LINE_WORK = [CommitToLine, CreateCourse, ForkLine, ImportTree, KeepRevisions];

/** What people do with change requests. */
export const CHANGE_REQUEST_WORK = [
  AbandonChangeRequest,
  AddNode,
  CheckpointDrafts,
  DeleteNode,
  DescribeChangeRequest,
  EditFromFiles,
  EditOverlay,
  ExplainChange,
  FollowOnMain,
  ImportWord,
  JudgeRequest,
  KeepCorrections,
  KeepJudged,
  Leases,
  MakeAmendment,
  MergeChangeRequest,
  MoveNode,
  OpenChangeRequest,
  OpenRevertRequest,
  PlaceErratum,
  RebaseRequest,
  RestoreNode,
  ReviewChangeRequest,
  SaveDraft,
  SubmitChangeRequest,
  UploadImage,
];

/** What people do with editions. */
export const EDITION_WORK = [
  IssueEdition,
  IssueLog,
  LoadCourse,
  PrepareEdition,
  ReturnEdition,
  TakeBackErratum,
  WithdrawEdition,
];

/** What councils do, and what they are counted by. */
export const COUNCIL_WORK = [
  CastBallot,
  CloseCouncil,
  ConfirmChanges,
  ConveneCouncil,
  CouncilLog,
  DeskActs,
  LoadAppraisalRules,
];
