import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, id, instant, pageQuery, sha256Hex } from '../http/fields.js';

export const amendmentView = z.object({
  id,
  kind: z.enum(['correction', 'reissue', 'revocation']),
  decisionNo: z.string(),
  decisionDate: calendarDate,
  field: z.nullable(z.string()),
  oldValue: z.nullable(z.string()),
  newValue: z.nullable(z.string()),
  reason: z.string(),
});

export const registerRow = z.object({
  entryId: id,
  /** Which book it stands in: type, issuer and year. */
  typeId: id,
  issuerId: id,
  year: z.int(),
  registerNo: z.int(),
  registerNumber: z.string(),
  serialNumber: z.string(),
  fullName: z.string(),
  /** As a register shows it: `dd/MM/yyyy`, or the year alone. */
  birthDate: z.nullable(z.string()),
  unitName: z.string(),
  courseTitle: z.string(),
  cohortCode: z.string(),
  grade: z.nullable(z.string()),
  hours: z.int(),
  editionLabel: z.string(),
  decisionNo: z.string(),
  decisionDate: calendarDate,
  issuedOn: calendarDate,
  documentReady: z.boolean(),
  amendments: z.array(amendmentView),
});

export const headView = z.object({
  size: z.int(),
  root: sha256Hex,
  signedAt: instant,
  keyId: z.string(),
  signature: z.string(),
  publishedAs: z.string(),
});

export const listRegister = defineEndpoint({
  id: 'register.list',
  method: 'GET',
  path: '/api/register',
  summary: 'The register by type, issuer and year, in number order',
  query: z.object({
    ...pageQuery,
    typeId: z.optional(id),
    issuerId: z.optional(id),
    year: z.optional(z.coerce.number().check(z.int(), z.gte(1990), z.lte(2200))),
    /** Begin at this number of one book (type, issuer and year must be given): a page as printed. */
    from: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(999_999_999))),
    /** Part of a name or workplace, marks forgiven, or of a number. */
    search: z.optional(z.string().check(z.maxLength(100))),
  }),
  response: z.object({
    series: z.array(
      z.object({
        typeId: id,
        typeTitle: z.string(),
        typeTitleEn: z.string(),
        /** What one paper is called: "Giấy chứng nhận". */
        typeNoun: z.string(),
        typeNounEn: z.string(),
        issuerId: id,
        issuerName: z.string(),
        year: z.int(),
        count: z.int(),
        /** First and last number of the book; without gaps between them. */
        firstNo: z.int(),
        lastNo: z.int(),
      }),
    ),
    rows: z.array(registerRow),
    total: z.int(),
    head: z.nullable(headView),
    nextCursor: z.nullable(z.string()),
  }),
});

export const readRegisterEntry = defineEndpoint({
  id: 'register.entry',
  method: 'GET',
  path: '/api/register/:entryId',
  summary: 'One entry with its amendments and its proof of inclusion',
  params: z.object({ entryId: id }),
  response: z.object({
    row: registerRow,
    verificationCode: z.string(),
    verifyUrl: z.string(),
    documentSha256: z.nullable(sha256Hex),
    /** The line and its file as they are stored now, against the leaves of the tree; null before the line has one. */
    check: z.nullable(
      z.object({
        row: z.enum(['intact', 'changed']),
        file: z.nullable(z.enum(['intact', 'missing', 'changed'])),
      }),
    ),
    proof: z.nullable(
      z.object({
        leafIndex: z.int(),
        leafHash: sha256Hex,
        treeSize: z.int(),
        path: z.array(sha256Hex),
        root: sha256Hex,
      }),
    ),
    head: z.nullable(headView),
  }),
});

export const listHeads = defineEndpoint({
  id: 'register.heads',
  method: 'GET',
  path: '/api/register-heads',
  summary: 'Signed heads of the register’s tree, newest first',
  response: z.object({
    heads: z.array(headView),
    publicKeys: z.array(z.object({ keyId: z.string(), jwk: z.record(z.string(), z.unknown()) })),
  }),
});

/** What anyone may know of a certificate: what is printed, but the date of birth. */
export const verification = z.object({
  state: z.enum(['valid', 'superseded', 'corrected', 'reissued', 'revoked', 'not_found']),
  checkedAt: instant,
  certificate: z.nullable(
    z.object({
      noun: z.string(),
      nounEn: z.string(),
      fullName: z.string(),
      unitName: z.string(),
      courseTitle: z.string(),
      courseTitleEn: z.nullable(z.string()),
      hours: z.int(),
      grade: z.nullable(z.string()),
      gradeEn: z.nullable(z.string()),
      serialNumber: z.string(),
      registerNumber: z.string(),
      decisionNo: z.string(),
      decisionDate: calendarDate,
      issuedOn: calendarDate,
      issuer: z.string(),
      signer: z.string(),
      signerTitle: z.string(),
      edition: z.object({
        label: z.string(),
        decisionNo: z.nullable(z.string()),
        decisionDate: z.nullable(calendarDate),
        effectiveFrom: z.nullable(calendarDate),
        manifestShort: z.string(),
        newer: z.nullable(
          z.object({ label: z.string(), effectiveFrom: calendarDate, courseCode: z.string() }),
        ),
      }),
      documentSha256: z.nullable(sha256Hex),
      amendments: z.array(amendmentView),
      isSample: z.boolean(),
    }),
  ),
  contact: z.object({ name: z.string(), detail: z.nullable(z.string()) }),
});

export const verifyCertificate = defineEndpoint({
  id: 'certificate.verify',
  method: 'GET',
  path: '/api/verify/:code',
  summary: 'Is this certificate genuine, and what does it stand for',
  params: z.object({ code: z.string().check(z.minLength(1), z.maxLength(40)) }),
  response: verification,
  errors: ['request.too_many'],
});
