export {
  archiveParts,
  ArchiveRefused,
  type ArchiveFault,
  type ArchivePart,
} from './archive/archive-limits.js';
export { Clock, dateInHanoi } from './clock/clock.js';
export { configSchema, type Config } from './config/config-schema.js';
export { configDocument } from './config/config-document.js';
export { CONFIG, InjectConfig } from './config/config-token.js';
export { ConfigError, isSecure, loadConfig } from './config/load-config.js';
export { Database } from './database/database.js';
export { DATA_SOURCE, DatabaseModule } from './database/database.module.js';
export { brokenConstraint, isUniqueViolation, sqlState } from './database/sql-state.js';
export {
  answer,
  Answer,
  seeElsewhere,
  seeOther,
  type AnswerHead,
  type FileBody,
} from './http/answer.js';
export { BodyLimit, Endpoint, FormPost, type Returns } from './http/endpoint-decorator.js';
export {
  ClientAddress,
  CurrentActor,
  CurrentSession,
  OptionalActor,
  RequestHeader,
} from './http/exchange.js';
export { Input } from './http/input.js';
export { writtenJson } from './http/written-json.js';
export { InvalidRequest } from './http/invalid-request.js';
export { mediaTypeOf } from './http/media-type.js';
export { Ids, uuidV7 } from './ids/ids.js';
export { Keys, type PublicKey, type Sealed } from './keys/keys.js';
export { createLog, Log } from './logging/log.js';
export { scrubText } from './logging/scrub.js';
export { Metrics } from './metrics/metrics.js';
export { Papers, type PaperFormat } from './papers/papers.js';
export {
  plainLine,
  type Paper,
  type PaperBlock,
  type PaperLine,
  type PaperRow,
  type PaperRun,
} from './papers/paper.js';
export { createFontBook } from './typesetting/font-book.js';
export { DocumentEngineError } from './typesetting/document-engine-error.js';
export { FONT_FACES } from './typesetting/font-files.js';
export type { TypstFile } from './typesetting/typst-child-process.js';
export { TypstTypesetter } from './typesetting/typst-typesetter.js';
export { PlatformModule } from './platform.module.js';
export { RequestContext, type WorkContext } from './request-context/request-context.js';
export {
  DuringSignIn,
  LimitByAddress,
  Public,
  RequirePermission,
  SignedIn,
  type Access,
} from './security/access.js';
export { AUDIT_TRAIL, type AuditEntry, type AuditTrail } from './security/audit-trail.js';
export type { Actor, RoleGrant } from './security/actor.js';
export { FORM_TOKEN_FIELD, newFormToken, sameSecret } from './security/csrf.js';
export { SessionCookie, readCookie } from './security/session-cookie.js';
export {
  SESSION_ENDED,
  SESSION_READER,
  type Session,
  type SessionReader,
} from './security/session-reader.js';
export { Closing } from './shutdown/closing.js';
export {
  defineEvent,
  defineJob,
  type EventDefinition,
  type JobDefinition,
  type PayloadOf,
} from './jobs/definition.js';
export { JobHandler, OnEvent, type Handler, type JobContext } from './jobs/handler-decorators.js';
export { JobProgress, type ProgressReport, type StageProgress } from './jobs/job-progress.js';
export { Outbox } from './outbox/outbox.js';
export { JobFailures, type JobFailure } from './jobs/job-failures.js';
export { addressBucket, RateLimiter, type RateLimit } from './security/rate-limiter.js';
export { Storage, StoredFileMissing } from './storage/storage.js';
export { Notifications } from './database/notifications.js';
export { Health, type HealthCheck } from './health/health.js';
export { InternalServer } from './health/internal-server.js';
export { frameworkLog } from './logging/framework-log.js';
export { runProgram } from './shutdown/run-program.js';
export { stopWithParent } from './shutdown/stop-with-parent.js';
