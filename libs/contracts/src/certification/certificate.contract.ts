import * as z from 'zod/mini';
import type { ConditionFigure, RequiredFigure, RuleBasis } from '@cam-nang/domain';
import { binary, defineEndpoint } from '../http/endpoint.js';
import { typedJson } from '../http/typed-json.js';
import { calendarDate, id, instant, line, sha256Hex, text } from '../http/fields.js';
import { editionView } from '../curriculum/course.contract.js';

/** One condition of the certificate with its figures and the rule it comes from (Condition of libs/domain). */
export const conditionView = z.object({
  code: z.enum([
    'study-completed',
    'attendance',
    'quiz-passed',
    'report-passed',
    'data-confirmed',
    'no-open-appeal',
    'survey-answered',
    'not-certified',
  ]),
  nodeId: z.nullable(id),
  /** Title of the quiz or report it is about. */
  nodeTitle: z.nullable(z.string()),
  nodeTitleEn: z.nullable(z.string()),
  met: z.boolean(),
  actual: typedJson<ConditionFigure>(),
  required: typedJson<RequiredFigure>(),
  ruleItem: z.string(),
  basis: typedJson<RuleBasis>(),
});

/** What only the paper says, in its own language and form. */
const paperView = z.object({
  birthDate: z.string(),
  organisation: z.nullable(z.string()),
  /** With decimal comma; null where the type gives none. */
  mark: z.nullable(z.string()),
  /** `dd/MM/yyyy`, as the other dates of the paper. */
  studiedFrom: z.string(),
  studiedTo: z.string(),
  editionInForceFrom: z.string(),
  placeAndDate: z.string(),
  signerTitle: z.array(z.string()),
  signerName: z.string(),
  isSample: z.boolean(),
});

/** The QR symbol of the verification address: its modules a side, and the dark ones as an SVG path. */
const qrView = z.object({ size: z.int(), path: z.string() });

export const certificateView = z.object({
  entryId: id,
  fullName: z.string(),
  courseTitle: z.string(),
  courseTitleEn: z.nullable(z.string()),
  noun: z.string(),
  nounEn: z.string(),
  edition: editionView,
  hours: z.int(),
  grade: z.nullable(z.string()),
  serialNumber: z.string(),
  registerNumber: z.string(),
  verificationCode: z.string(),
  verifyUrl: z.string(),
  qr: qrView,
  paper: paperView,
  /** The edition now in force when it is not the one of the paper, which stays valid. */
  newerEdition: z.nullable(z.object({ label: z.string(), effectiveFrom: calendarDate })),
  decisionNo: z.string(),
  decisionDate: calendarDate,
  issuedOn: calendarDate,
  issuer: z.string(),
  documentReady: z.boolean(),
  sha256: z.nullable(sha256Hex),
  bytes: z.nullable(z.int()),
});

export const readOwnCertificate = defineEndpoint({
  id: 'certificate.own',
  method: 'GET',
  path: '/api/study/enrolments/:enrolmentId/certificate',
  summary: 'Each condition of the certificate, met or missing; later the certificate itself',
  params: z.object({ enrolmentId: id }),
  response: z.object({
    cohortCode: z.string(),
    computedAt: instant,
    ruleSet: z.object({
      code: z.string(),
      title: z.string(),
      titleEn: z.string(),
      basis: z.nullable(z.string()),
    }),
    conditions: z.array(conditionView),
    eligible: z.boolean(),
    mark: z.nullable(z.int()),
    grade: z.nullable(z.string()),
    printed: z.object({
      fullName: z.string(),
      birthDate: z.nullable(calendarDate),
      confirmedAt: z.nullable(instant),
      mayConfirm: z.boolean(),
      /** What the person said is wrong, until it is put right. */
      reported: z.nullable(z.object({ note: z.string(), at: instant })),
      mayReport: z.boolean(),
    }),
    award: z.enum(['none', 'computed', 'submitted', 'signed', 'issued']),
    certificate: z.nullable(certificateView),
  }),
});

export const confirmPrintedData = defineEndpoint({
  id: 'certificate.confirm-printed',
  method: 'PUT',
  path: '/api/study/enrolments/:enrolmentId/printed-data',
  summary: 'Confirm the name and date of birth that will be printed, exactly as shown',
  params: z.object({ enrolmentId: id }),
  body: z.object({ fullName: line({ max: 120 }), birthDate: z.nullable(calendarDate) }),
  response: z.object({ confirmedAt: instant }),
  errors: ['request.stale', 'award.wrong_state'],
});

export const reportPrintedData = defineEndpoint({
  id: 'certificate.report-printed',
  method: 'PUT',
  path: '/api/study/enrolments/:enrolmentId/printed-data/report',
  summary: 'Say what is wrong with the name or date of birth that will be printed, as it was shown',
  params: z.object({ enrolmentId: id }),
  body: z.object({
    fullName: line({ max: 120 }),
    birthDate: z.nullable(calendarDate),
    note: text({ max: 300 }),
  }),
  response: z.object({ reportedAt: instant }),
  errors: ['request.stale', 'award.wrong_state'],
});

export const downloadCertificate = defineEndpoint({
  id: 'certificate.download',
  method: 'GET',
  path: '/api/certificates/:entryId/document',
  summary: 'The PDF, byte for byte as registered; its holder or the register’s readers only',
  params: z.object({ entryId: id }),
  response: binary('application/pdf'),
  errors: ['certificate.not_ready', 'certificate.not_found'],
});
