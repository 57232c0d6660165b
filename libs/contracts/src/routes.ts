import type * as contracts from './index.js';
import type { EndpointDescriptor, HttpMethod } from './index.js';

/**
 * Where an endpoint is, without its schemas: what a client needs that must stay small.
 * The type of what is sent and answered comes along from the descriptor and costs nothing.
 */
export interface Route<E extends EndpointDescriptor> {
  readonly method: HttpMethod;
  readonly path: `/${string}`;
  readonly answer: 'json' | 'binary' | 'events';
  /** The body is a form with one file. */
  readonly upload: boolean;
  /** Never present: carries the type of the descriptor. */
  readonly descriptor?: E;
}

type C = typeof contracts;
type Kind = 'json' | 'binary' | 'events' | 'json upload';

/* @__NO_SIDE_EFFECTS__ */
function route<E extends EndpointDescriptor>(
  method: HttpMethod,
  path: `/${string}`,
  kind: Kind = 'json',
): Route<E> {
  const upload = kind === 'json upload';
  return { method, path, answer: upload ? 'json' : (kind as Route<E>['answer']), upload };
}

// Written by routes.spec.ts (UPDATE_ROUTES=1), which holds it against the descriptors; one line an endpoint.
// endpoints
export const abandonChangeRequest = route<C['abandonChangeRequest']>('POST', '/api/change-requests/:requestId/abandon');
export const addLegalChange = route<C['addLegalChange']>('POST', '/api/legal-documents/:documentId/changes');
export const addLegalDocument = route<C['addLegalDocument']>('POST', '/api/legal-documents');
export const addMeeting = route<C['addMeeting']>('POST', '/api/cohorts/:cohortId/meetings');
export const addNode = route<C['addNode']>('POST', '/api/change-requests/:requestId/nodes');
export const amendChangeRequest = route<C['amendChangeRequest']>('POST', '/api/change-requests/:requestId/amendment');
export const amendLegalDocument = route<C['amendLegalDocument']>('PUT', '/api/legal-documents/:documentId');
export const answerThread = route<C['answerThread']>('POST', '/api/threads/:threadId/entries');
export const applyImport = route<C['applyImport']>('POST', '/api/cohorts/:cohortId/imports/:importId/apply');
export const applyWordImport = route<C['applyWordImport']>('POST', '/api/change-requests/:requestId/word-imports', 'json upload');
export const beginSecondFactor = route<C['beginSecondFactor']>('POST', '/api/account/second-factor');
export const beginSingleSignOn = route<C['beginSingleSignOn']>('GET', '/api/session/single-sign-on', 'binary');
export const castBallot = route<C['castBallot']>('POST', '/api/councils/:councilId/ballots');
export const changeMeeting = route<C['changeMeeting']>('PUT', '/api/meetings/:meetingId');
export const changePassword = route<C['changePassword']>('POST', '/api/account/password');
export const checkImport = route<C['checkImport']>('POST', '/api/cohorts/:cohortId/imports', 'json upload');
export const checkWordImport = route<C['checkWordImport']>('POST', '/api/change-requests/:requestId/word-imports/check', 'json upload');
export const chooseElectives = route<C['chooseElectives']>('PUT', '/api/study/enrolments/:enrolmentId/choices/:groupCode');
export const chooseLocale = route<C['chooseLocale']>('PUT', '/api/account/locale');
export const claimInstallation = route<C['claimInstallation']>('POST', '/api/installation/claim');
export const closeCouncil = route<C['closeCouncil']>('POST', '/api/councils/:councilId/close');
export const compareEditionNodes = route<C['compareEditionNodes']>('GET', '/api/editions/:editionId/comparison/nodes');
export const compareEditions = route<C['compareEditions']>('GET', '/api/editions/:editionId/comparison');
export const computeAward = route<C['computeAward']>('POST', '/api/cohorts/:cohortId/award-proposals');
export const confirmChanges = route<C['confirmChanges']>('POST', '/api/editions/:editionId/council/confirmation');
export const confirmPrintedData = route<C['confirmPrintedData']>('PUT', '/api/study/enrolments/:enrolmentId/printed-data');
export const confirmSecondFactor = route<C['confirmSecondFactor']>('POST', '/api/account/second-factor/confirm');
export const conveneCouncil = route<C['conveneCouncil']>('POST', '/api/editions/:editionId/council');
export const correctPerson = route<C['correctPerson']>('PUT', '/api/enrolments/:enrolmentId/person');
export const createAccount = route<C['createAccount']>('POST', '/api/accounts');
export const decideConflict = route<C['decideConflict']>('PUT', '/api/change-requests/:requestId/conflicts');
export const declineSuggestion = route<C['declineSuggestion']>('POST', '/api/threads/:threadId/suggestions/:suggestionId/decline');
export const deleteNode = route<C['deleteNode']>('DELETE', '/api/change-requests/:requestId/nodes/:nodeId');
export const describeChangeRequest = route<C['describeChangeRequest']>('PUT', '/api/change-requests/:requestId');
export const disableAccount = route<C['disableAccount']>('POST', '/api/accounts/:accountId/disable');
export const downloadCertificate = route<C['downloadCertificate']>('GET', '/api/certificates/:entryId/document', 'binary');
export const downloadComparison = route<C['downloadComparison']>('GET', '/api/editions/:editionId/comparison-table', 'binary');
export const downloadMinutes = route<C['downloadMinutes']>('GET', '/api/councils/:councilId/minutes', 'binary');
export const endDevice = route<C['endDevice']>('DELETE', '/api/session/devices/:sessionId');
export const endGrant = route<C['endGrant']>('DELETE', '/api/accounts/:accountId/grants/:grantId');
export const endSingleSignOn = route<C['endSingleSignOn']>('GET', '/api/session/single-sign-on/return', 'binary');
export const enrolPerson = route<C['enrolPerson']>('POST', '/api/cohorts/:cohortId/enrolments');
export const explainChange = route<C['explainChange']>('PUT', '/api/change-requests/:requestId/nodes/:nodeId/reason');
export const freshen = route<C['freshen']>('POST', '/api/session/fresh');
export const grantRole = route<C['grantRole']>('POST', '/api/accounts/:accountId/grants');
export const handIn = route<C['handIn']>('POST', '/api/attempts/:attemptId/hand-in');
export const handshake = route<C['handshake']>('POST', '/api/devices/:deviceId/handshake');
export const importTemplate = route<C['importTemplate']>('GET', '/api/cohorts/:cohortId/imports/template', 'binary');
export const issueEdition = route<C['issueEdition']>('POST', '/api/editions/:editionId/issue');
export const jobOverview = route<C['jobOverview']>('GET', '/api/jobs');
export const listAccounts = route<C['listAccounts']>('GET', '/api/accounts');
export const listAudit = route<C['listAudit']>('GET', '/api/audit');
export const listChangeRequests = route<C['listChangeRequests']>('GET', '/api/courses/:courseId/change-requests');
export const listCohorts = route<C['listCohorts']>('GET', '/api/cohorts');
export const listCouncilCandidates = route<C['listCouncilCandidates']>('GET', '/api/editions/:editionId/council/candidates');
export const listCouncils = route<C['listCouncils']>('GET', '/api/councils');
export const listCourses = route<C['listCourses']>('GET', '/api/courses');
export const listDevices = route<C['listDevices']>('GET', '/api/session/devices');
export const listEditionThreads = route<C['listEditionThreads']>('GET', '/api/editions/:editionId/threads');
export const listEnrolments = route<C['listEnrolments']>('GET', '/api/cohorts/:cohortId/enrolments');
export const listHeads = route<C['listHeads']>('GET', '/api/register-heads');
export const listLegalDocuments = route<C['listLegalDocuments']>('GET', '/api/legal-documents');
export const listMeetings = route<C['listMeetings']>('GET', '/api/cohorts/:cohortId/meetings');
export const listOrganisations = route<C['listOrganisations']>('GET', '/api/organisations');
export const listProposals = route<C['listProposals']>('GET', '/api/award-proposals');
export const listRegister = route<C['listRegister']>('GET', '/api/register');
export const listReports = route<C['listReports']>('GET', '/api/cohorts/:cohortId/reports');
export const listRequestThreads = route<C['listRequestThreads']>('GET', '/api/change-requests/:requestId/threads');
export const listRuleSets = route<C['listRuleSets']>('GET', '/api/rule-sets');
export const listUnits = route<C['listUnits']>('GET', '/api/units');
export const markReport = route<C['markReport']>('POST', '/api/reports/:submissionId/marks');
export const mergeChangeRequest = route<C['mergeChangeRequest']>('POST', '/api/change-requests/:requestId/merge');
export const moveCohortState = route<C['moveCohortState']>('POST', '/api/cohorts/:cohortId/state');
export const moveNode = route<C['moveNode']>('POST', '/api/change-requests/:requestId/nodes/:nodeId/move');
export const openAttempt = route<C['openAttempt']>('POST', '/api/study/enrolments/:enrolmentId/quizzes/:quizNodeId/attempts');
export const openChangeRequest = route<C['openChangeRequest']>('POST', '/api/courses/:courseId/change-requests');
export const openCohort = route<C['openCohort']>('POST', '/api/cohorts');
export const openEditionThread = route<C['openEditionThread']>('POST', '/api/editions/:editionId/threads');
export const openRequestThread = route<C['openRequestThread']>('POST', '/api/change-requests/:requestId/threads');
export const openRevertRequest = route<C['openRevertRequest']>('POST', '/api/editions/:editionId/revert-requests');
export const prepareEdition = route<C['prepareEdition']>('POST', '/api/courses/:courseId/editions');
export const previewCohort = route<C['previewCohort']>('GET', '/api/cohort-preview');
export const readAttempt = route<C['readAttempt']>('GET', '/api/attempts/:attemptId');
export const readBatch = route<C['readBatch']>('GET', '/api/award-decisions/:decisionId');
export const readBoard = route<C['readBoard']>('GET', '/api/cohorts/:cohortId/board');
export const readChangeRequest = route<C['readChangeRequest']>('GET', '/api/change-requests/:requestId');
export const readChangesSince = route<C['readChangesSince']>('GET', '/api/change-requests/:requestId/versions/:overlayHash/changes');
export const readCohort = route<C['readCohort']>('GET', '/api/cohorts/:cohortId');
export const readConflicts = route<C['readConflicts']>('GET', '/api/change-requests/:requestId/conflicts');
export const readCourse = route<C['readCourse']>('GET', '/api/courses/:courseId');
export const readCurriculumHistory = route<C['readCurriculumHistory']>('GET', '/api/courses/:courseId/history');
export const readDraft = route<C['readDraft']>('GET', '/api/change-requests/:requestId/nodes/:nodeId');
export const readEdition = route<C['readEdition']>('GET', '/api/editions/:editionId');
export const readEditionBases = route<C['readEditionBases']>('GET', '/api/editions/:editionId/legal-bases');
export const readEditionCouncil = route<C['readEditionCouncil']>('GET', '/api/editions/:editionId/council');
export const readEditionNode = route<C['readEditionNode']>('GET', '/api/editions/:editionId/nodes/:nodeId');
export const readHandbook = route<C['readHandbook']>('GET', '/api/courses/:courseId/handbook');
export const readHandbookLesson = route<C['readHandbookLesson']>('GET', '/api/editions/:editionId/lessons/:nodeId');
export const readImage = route<C['readImage']>('GET', '/api/files/images/:sha256', 'binary');
export const readLegalDocument = route<C['readLegalDocument']>('GET', '/api/legal-documents/:documentId');
export const readLesson = route<C['readLesson']>('GET', '/api/study/enrolments/:enrolmentId/lessons/:nodeId');
export const readLessonHistory = route<C['readLessonHistory']>('GET', '/api/editions/:editionId/lessons/:nodeId/history');
export const readLessonPassageHistory = route<C['readLessonPassageHistory']>('GET', '/api/editions/:editionId/lessons/:nodeId/passages/:blockId/history');
export const readNodeHistory = route<C['readNodeHistory']>('GET', '/api/courses/:courseId/nodes/:nodeId/history');
export const readNodeStep = route<C['readNodeStep']>('GET', '/api/courses/:courseId/nodes/:nodeId/history/:step');
export const readOutline = route<C['readOutline']>('GET', '/api/editions/:editionId/outline');
export const readOverlay = route<C['readOverlay']>('GET', '/api/change-requests/:requestId/outline');
export const readOwnCertificate = route<C['readOwnCertificate']>('GET', '/api/study/enrolments/:enrolmentId/certificate');
export const readPassageHistory = route<C['readPassageHistory']>('GET', '/api/courses/:courseId/nodes/:nodeId/passages/:blockId/history');
export const readProposal = route<C['readProposal']>('GET', '/api/award-proposals/:proposalId');
export const readQuizIntro = route<C['readQuizIntro']>('GET', '/api/study/enrolments/:enrolmentId/quizzes/:quizNodeId');
export const readRegisterEntry = route<C['readRegisterEntry']>('GET', '/api/register/:entryId');
export const readReport = route<C['readReport']>('GET', '/api/study/enrolments/:enrolmentId/reports/:taskNodeId');
export const readRequestBases = route<C['readRequestBases']>('GET', '/api/change-requests/:requestId/legal-bases');
export const readRequestDiff = route<C['readRequestDiff']>('GET', '/api/change-requests/:requestId/diff');
export const readResult = route<C['readResult']>('GET', '/api/attempts/:attemptId/result');
export const readSession = route<C['readSession']>('GET', '/api/session');
export const readSignInWays = route<C['readSignInWays']>('GET', '/api/session/ways');
export const readStudyCourse = route<C['readStudyCourse']>('GET', '/api/study/enrolments/:enrolmentId');
export const readStudyResults = route<C['readStudyResults']>('GET', '/api/study/enrolments/:enrolmentId/results');
export const readSubmission = route<C['readSubmission']>('GET', '/api/reports/:submissionId');
export const readToday = route<C['readToday']>('GET', '/api/study/today');
export const recordAttendance = route<C['recordAttendance']>('PUT', '/api/meetings/:meetingId/attendance');
export const recoverAccount = route<C['recoverAccount']>('POST', '/api/accounts/:accountId/recovery');
export const redeemCode = route<C['redeemCode']>('POST', '/api/session/first');
export const releaseLease = route<C['releaseLease']>('DELETE', '/api/change-requests/:requestId/nodes/:nodeId/lease');
export const removeLegalChange = route<C['removeLegalChange']>('DELETE', '/api/legal-documents/:documentId/changes/:changeId');
export const removeMeeting = route<C['removeMeeting']>('DELETE', '/api/meetings/:meetingId');
export const renewCode = route<C['renewCode']>('POST', '/api/accounts/:accountId/code');
export const reopenAccount = route<C['reopenAccount']>('POST', '/api/accounts/:accountId/reopen');
export const reportPrintedData = route<C['reportPrintedData']>('PUT', '/api/study/enrolments/:enrolmentId/printed-data/report');
export const restoreNode = route<C['restoreNode']>('POST', '/api/change-requests/:requestId/nodes/:nodeId/restore');
export const retryJob = route<C['retryJob']>('POST', '/api/jobs/failures/:failureId/retry');
export const returnEdition = route<C['returnEdition']>('POST', '/api/editions/:editionId/return');
export const returnProposal = route<C['returnProposal']>('POST', '/api/award-proposals/:proposalId/return');
export const reviewChangeRequest = route<C['reviewChangeRequest']>('POST', '/api/change-requests/:requestId/reviews');
export const saveAnswers = route<C['saveAnswers']>('PUT', '/api/attempts/:attemptId/journal/:deviceId');
export const saveDraft = route<C['saveDraft']>('PUT', '/api/change-requests/:requestId/nodes/:nodeId');
export const saveProgress = route<C['saveProgress']>('PUT', '/api/study/enrolments/:enrolmentId/lessons/:nodeId/progress');
export const saveReport = route<C['saveReport']>('PUT', '/api/study/enrolments/:enrolmentId/reports/:taskNodeId');
export const settleThread = route<C['settleThread']>('PUT', '/api/threads/:threadId/state');
export const signAward = route<C['signAward']>('POST', '/api/award-proposals/:proposalId/sign');
export const signIn = route<C['signIn']>('POST', '/api/session');
export const signOut = route<C['signOut']>('DELETE', '/api/session');
export const submitChangeRequest = route<C['submitChangeRequest']>('POST', '/api/change-requests/:requestId/submit');
export const submitProposal = route<C['submitProposal']>('POST', '/api/award-proposals/:proposalId/submit');
export const submitReport = route<C['submitReport']>('POST', '/api/study/enrolments/:enrolmentId/reports/:taskNodeId/submit');
export const takeBackRestoring = route<C['takeBackRestoring']>('POST', '/api/change-requests/:requestId/nodes/:nodeId/restore/undo');
export const takeLease = route<C['takeLease']>('PUT', '/api/change-requests/:requestId/nodes/:nodeId/lease');
export const takeOverHead = route<C['takeOverHead']>('POST', '/api/change-requests/:requestId/take-over');
export const takeOverSuggestion = route<C['takeOverSuggestion']>('POST', '/api/threads/:threadId/suggestions/:suggestionId/take-over');
export const uploadImage = route<C['uploadImage']>('POST', '/api/files/images', 'json upload');
export const verifyCertificate = route<C['verifyCertificate']>('GET', '/api/verify/:code');
export const watchBatch = route<C['watchBatch']>('GET', '/api/award-decisions/:decisionId/events', 'events');
export const watchBoard = route<C['watchBoard']>('GET', '/api/cohorts/:cohortId/board/events', 'events');
export const withdrawEdition = route<C['withdrawEdition']>('POST', '/api/editions/:editionId/withdraw');
export const withdrawEnrolment = route<C['withdrawEnrolment']>('POST', '/api/enrolments/:enrolmentId/withdraw');
