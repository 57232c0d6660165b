import { LEGAL_EFFECTS, LEGAL_KINDS } from '@cam-nang/domain';
import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, id, instant, line, pageQuery, text } from '../http/fields.js';

export const legalKind = z.enum(LEGAL_KINDS);
export const legalEffect = z.enum(LEGAL_EFFECTS);
export const legalState = z.enum([
  'unknown',
  'not-yet',
  'in-force',
  'partly-replaced',
  'replaced',
  'expired',
]);

/** Another document of the register, by what it is called. */
export const legalReference = z.object({ id, number: z.string(), citedAs: z.string() });

/** What a document is on a day. */
export const legalStanding = z.object({
  on: calendarDate,
  state: legalState,
  /** First day of force; null where it is not recorded or does not matter any more. */
  from: z.nullable(calendarDate),
  /** First day without force: still to come, or past. */
  endsOn: z.nullable(calendarDate),
  /** What replaces it on that day. */
  replacedBy: z.nullable(legalReference),
  /** What has changed it, or replaced parts of it, up to that day. */
  changedBy: z.array(legalReference),
});

const legalChangeView = z.object({
  id,
  effect: legalEffect,
  from: calendarDate,
  /** Which articles, in words; empty for all of it. */
  scope: z.string(),
  other: legalReference,
});

export const legalDocumentView = z.object({
  id,
  kind: legalKind,
  number: z.string(),
  issuer: z.string(),
  title: z.string(),
  citedAs: z.string(),
  signedOn: z.nullable(calendarDate),
  inForceFrom: z.nullable(calendarDate),
  /** The first day without force that the document itself gives. */
  inForceTo: z.nullable(calendarDate),
  sourceUrl: z.nullable(z.string()),
  version: z.int(),
  standing: legalStanding,
  /** What others do to it, oldest first. */
  changedBy: z.array(legalChangeView),
  /** What it does to others. */
  changes: z.array(legalChangeView),
  addedBy: z.string(),
  addedAt: instant,
  amendedBy: z.nullable(z.string()),
  amendedAt: z.nullable(instant),
  allowed: z.object({ amend: z.boolean() }),
});

const facts = {
  kind: legalKind,
  number: line({ max: 60 }),
  issuer: line({ max: 200 }),
  title: line({ max: 600 }),
  citedAs: line({ max: 300 }),
  signedOn: z.nullable(calendarDate),
  inForceFrom: z.nullable(calendarDate),
  inForceTo: z.nullable(calendarDate),
  sourceUrl: z.nullable(
    z.string().check(z.trim(), z.maxLength(500), z.regex(/^https?:\/\/[^\s/]+\.[^\s/]+/)),
  ),
};

const documentParams = z.object({ documentId: id });

export const listLegalDocuments = defineEndpoint({
  id: 'legal-document.list',
  method: 'GET',
  path: '/api/legal-documents',
  summary: 'Documents of the register with their state on a day, by number or name without marks',
  query: z.object({
    ...pageQuery,
    search: z.optional(z.string().check(z.maxLength(200))),
    /** A text as lessons have it: answers the one document that it cites, or none. */
    cited: z.optional(z.string().check(z.maxLength(300))),
    state: z.optional(legalState),
    /** Today when left out. */
    on: z.optional(calendarDate),
  }),
  response: z.object({
    documents: z.array(legalDocumentView),
    total: z.int(),
    nextCursor: z.nullable(z.string()),
    allowed: z.object({ add: z.boolean() }),
  }),
});

export const readLegalDocument = defineEndpoint({
  id: 'legal-document.read',
  method: 'GET',
  path: '/api/legal-documents/:documentId',
  summary: 'A document of the register with its state on a day and what changes it',
  params: documentParams,
  query: z.object({ on: z.optional(calendarDate) }),
  response: legalDocumentView,
});

export const addLegalDocument = defineEndpoint({
  id: 'legal-document.add',
  method: 'POST',
  path: '/api/legal-documents',
  summary: 'Enter a document into the register; number and issuer are there once',
  body: z.object(facts),
  response: legalDocumentView,
  status: 201,
  errors: ['legal_document.number_taken', 'permission.denied'],
});

export const amendLegalDocument = defineEndpoint({
  id: 'legal-document.amend',
  method: 'PUT',
  path: '/api/legal-documents/:documentId',
  summary: 'Put right what the register says of a document',
  params: documentParams,
  body: z.object({ ...facts, version: z.int().check(z.gte(1)) }),
  response: legalDocumentView,
  errors: ['legal_document.number_taken', 'request.stale'],
});

export const addLegalChange = defineEndpoint({
  id: 'legal-document.add-change',
  method: 'POST',
  path: '/api/legal-documents/:documentId/changes',
  summary: 'Record that another document of the register replaces or amends this one from a day on',
  params: documentParams,
  body: z.object({
    byId: id,
    effect: legalEffect,
    from: calendarDate,
    scope: text({ min: 0, max: 300 }),
  }),
  response: legalDocumentView,
  status: 201,
});

export const removeLegalChange = defineEndpoint({
  id: 'legal-document.remove-change',
  method: 'DELETE',
  path: '/api/legal-documents/:documentId/changes/:changeId',
  summary: 'Take back a change that was recorded by mistake',
  params: z.object({ documentId: id, changeId: id }),
  response: legalDocumentView,
});

/** A legal basis of a lesson that the register does not confirm for the day. */
export const legalBasisView = z.object({
  nodeId: id,
  label: z.string(),
  title: z.string(),
  blockId: z.nullable(z.string()),
  /** As the lesson cites it. */
  citedAs: z.string(),
  problem: z.enum(['not_in_register', 'not_in_force', 'partly_replaced', 'ends_later']),
  document: z.nullable(legalReference),
  standing: z.nullable(legalStanding),
});

export const legalBases = z.object({
  on: calendarDate,
  /** All legal bases that were looked at. */
  total: z.int(),
  findings: z.array(legalBasisView),
});

export const readEditionBases = defineEndpoint({
  id: 'legal-document.of-edition',
  method: 'GET',
  path: '/api/editions/:editionId/legal-bases',
  summary: 'Legal bases of an edition that the register does not confirm for a day',
  params: z.object({ editionId: id }),
  query: z.object({ on: z.optional(calendarDate) }),
  response: legalBases,
});

export const readRequestBases = defineEndpoint({
  id: 'legal-document.of-request',
  method: 'GET',
  path: '/api/change-requests/:requestId/legal-bases',
  summary:
    'Legal bases in what a change request changes that the register does not confirm for a day',
  params: z.object({ requestId: id }),
  query: z.object({ on: z.optional(calendarDate) }),
  response: legalBases,
});
