import * as z from 'zod/mini';
import { defineEndpoint, multipart } from '../http/endpoint.js';
import { id } from '../http/fields.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What could not be kept as it was; `lesson` is its place in the list, null for the whole file. */
export const wordLoss = z.object({
  code: z.string(),
  lesson: z.nullable(z.int()),
  under: z.string(),
  near: z.string(),
  count: z.int(),
});

/** A lesson that a file holds. */
export const wordLesson = z.object({
  title: z.string(),
  words: z.int(),
  minutes: z.int(),
  headings: z.array(z.object({ level: z.int(), title: z.string() })),
  lists: z.int(),
  tables: z.int(),
  images: z.int(),
  /** The node it became; null while nothing is written. */
  nodeId: z.nullable(id),
});

export const wordImport = z.object({
  /** Title of the module, where the file is one. */
  moduleTitle: z.nullable(z.string()),
  moduleId: z.nullable(id),
  lessons: z.array(wordLesson),
  losses: z.array(wordLoss),
});

const params = z.object({ requestId: id });

/** `lesson`: a new lesson of the module; `module`: a new module of the course; `text`: instead of a lesson's text. */
const fields = z.object({
  into: z.enum(['lesson', 'module', 'text']),
  /** The module, the root of the course, or the lesson. */
  nodeId: id,
  /** For `text`: the version of the working text that it takes the place of. */
  baseVersion: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
});

const body = multipart(fields, {
  maxBytes: 20_000_000,
  accepts: [DOCX, 'application/zip', 'application/x-ole-storage'],
});

const errors = [
  'document.unreadable',
  'document.old_format',
  'document.encrypted',
  'document.has_macros',
  'document.too_large',
  'document.empty',
  'file.refused',
  'request.too_large',
  'change_request.wrong_state',
];

export const checkWordImport = defineEndpoint({
  id: 'change-request.check-word-import',
  method: 'POST',
  path: '/api/change-requests/:requestId/word-imports/check',
  summary: 'What a Word file would become and what would be lost; nothing is written',
  params,
  body,
  response: wordImport,
  errors,
});

export const applyWordImport = defineEndpoint({
  id: 'change-request.apply-word-import',
  method: 'POST',
  path: '/api/change-requests/:requestId/word-imports',
  summary: 'Make lessons of a Word file in the request: all of it or nothing',
  params,
  body,
  response: wordImport,
  status: 201,
  errors: [...errors, 'curriculum.structure_invalid', 'curriculum.stale_draft'],
});
