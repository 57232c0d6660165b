import { IdentityModule } from '@cam-nang/identity';
import { OrganisationModule } from '@cam-nang/organisation';
import { Module } from '@nestjs/common';
import { CurriculumFacade } from './curriculum.facade.js';
import { COMMENTS } from './comment-providers.js';
import { HISTORY } from './history-providers.js';
import { LEGAL_REGISTER } from './legal-providers.js';
import { MERGING } from './merge-providers.js';
import { HeadsFile } from './integrity/heads-file.js';
import { PublishedHeads } from './integrity/published-heads.js';
import { VerifyContents } from './integrity/verify-contents.js';
import { VerifyCurriculum } from './integrity/verify-curriculum.js';
import { VerifyEditions } from './integrity/verify-editions.js';
import { VerifyHeads } from './integrity/verify-heads.js';
import { VerifyJudged } from './integrity/verify-judged.js';
import { VerifyLines } from './integrity/verify-lines.js';
import { ChangeRequestStore } from './persistence/change-request-store.js';
import { CommitStore } from './persistence/commit-store.js';
import { AppraisalRuleStore } from './persistence/appraisal-rule-store.js';
import { CouncilStore } from './persistence/council-store.js';
import { CourseStore } from './persistence/course-store.js';
import { DocumentStore } from './persistence/document-store.js';
import { DraftStore } from './persistence/draft-store.js';
import { EditionEventStore } from './persistence/edition-event-store.js';
import { EditionStore } from './persistence/edition-store.js';
import { ImageStore } from './persistence/image-store.js';
import { IntegrityStore } from './persistence/integrity-store.js';
import { JudgedStore } from './persistence/judged-store.js';
import { LeaseStore } from './persistence/lease-store.js';
import { LineStore } from './persistence/line-store.js';
import { NodeStore } from './persistence/node-store.js';
import { OverlayStore } from './persistence/overlay-store.js';
import { ReviewStore } from './persistence/review-store.js';
import { RevisionStore } from './persistence/revision-store.js';
import { VersionStore } from './persistence/version-store.js';
import { WithdrawalStore } from './persistence/withdrawal-store.js';
import { ConfirmableCouncil } from './queries/confirmable-council.query.js';
import { CouncilAccess } from './queries/council-access.query.js';
import { CouncilCandidates } from './queries/council-candidates.query.js';
import { CouncilSessions } from './queries/council-sessions.query.js';
import { CouncilViews } from './queries/council-views.query.js';
import { CourseAccess } from './queries/course-access.query.js';
import { RequestAccess } from './queries/request-access.query.js';
import { ChangesSince } from './queries/changes-since.query.js';
import { ChangeRequestViews } from './queries/change-request-views.query.js';
import { ChangeRequests } from './queries/change-requests.query.js';
import { Comparisons } from './queries/comparisons.query.js';
import { CourseViews } from './queries/course-views.query.js';
import { Courses } from './queries/courses.query.js';
import { DraftBases } from './queries/draft-bases.query.js';
import { DraftViews } from './queries/draft-views.query.js';
import { EditionComparisons } from './queries/edition-comparison.query.js';
import { EditionDetails } from './queries/edition-detail.query.js';
import { EditionDossiers } from './queries/edition-dossier.query.js';
import { EditionFiles } from './queries/edition-files.query.js';
import { EditionHistories } from './queries/edition-history.query.js';
import { EditionReader } from './queries/edition-reader.query.js';
import { EditionViews } from './queries/edition-views.query.js';
import { HandbookAccess } from './queries/handbook-access.query.js';
import { Handbook } from './queries/handbook.query.js';
import { Images } from './queries/images.query.js';
import { LeaseViews } from './queries/lease-views.query.js';
import { OpeningEditions } from './queries/opening-editions.query.js';
import { OverlayOutlines } from './queries/overlay-outline.query.js';
import { Overlays } from './queries/overlays.query.js';
import { PaperFiles } from './queries/paper-files.query.js';
import { RequestDiffs } from './queries/request-diff.query.js';
import { RequestPermissions } from './queries/request-permissions.query.js';
import { RequestStandings } from './queries/request-standings.query.js';
import { StrandedCorrections } from './queries/stranded-corrections.query.js';
import { Versions } from './queries/versions.query.js';
import { WithdrawalOptions } from './queries/withdrawal-options.query.js';
import { WorkingTexts } from './queries/working-texts.query.js';
import {
  CHANGE_REQUEST_WORK,
  COUNCIL_WORK,
  EDITION_WORK,
  LINE_WORK,
} from './use-cases/use-cases.js';

const STORES = [
  ChangeRequestStore,
  CommitStore,
  AppraisalRuleStore,
  CouncilStore,
  CourseStore,
  DocumentStore,
  DraftStore,
  EditionEventStore,
  EditionStore,
  ImageStore,
  IntegrityStore,
  JudgedStore,
  LeaseStore,
  LineStore,
  NodeStore,
  OverlayStore,
  ReviewStore,
  RevisionStore,
  VersionStore,
  WithdrawalStore,
];

const INTEGRITY = [
  HeadsFile,
  PublishedHeads,
  VerifyContents,
  VerifyCurriculum,
  VerifyEditions,
  VerifyHeads,
  VerifyJudged,
  VerifyLines,
];

const ACCESS = [CouncilAccess, CourseAccess, HandbookAccess, RequestAccess];

const READING = [
  ChangeRequestViews,
  Comparisons,
  ConfirmableCouncil,
  CouncilSessions,
  CourseViews,
  EditionDossiers,
  EditionFiles,
  EditionHistories,
  EditionViews,
  LeaseViews,
  OpeningEditions,
  Overlays,
  RequestPermissions,
  RequestStandings,
  StrandedCorrections,
  Versions,
  WorkingTexts,
  WithdrawalOptions,
];

const FOR_CONTROLLERS = [
  ChangeRequests,
  ChangesSince,
  CouncilCandidates,
  CouncilViews,
  Courses,
  DraftBases,
  DraftViews,
  EditionComparisons,
  EditionDetails,
  EditionReader,
  Handbook,
  Images,
  OverlayOutlines,
  PaperFiles,
  RequestDiffs,
  ...CHANGE_REQUEST_WORK,
  ...COUNCIL_WORK,
  ...EDITION_WORK,
];

@Module({
  imports: [IdentityModule, OrganisationModule],
  providers: [
    ...STORES,
    ...INTEGRITY,
    ...ACCESS,
    ...READING,
    ...LINE_WORK,
    ...FOR_CONTROLLERS,
    ...HISTORY,
    ...MERGING,
    ...COMMENTS,
    ...LEGAL_REGISTER,
    CurriculumFacade,
  ],
  exports: [
    ...LINE_WORK,
    ...FOR_CONTROLLERS,
    ...HISTORY,
    ...MERGING,
    ...COMMENTS,
    ...LEGAL_REGISTER,
    CurriculumFacade,
    VerifyCurriculum,
  ],
})
export class CurriculumModule {}
