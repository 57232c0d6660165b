import { randomBytes } from 'node:crypto';
import type { ProblemField } from '@cam-nang/contracts';
import {
  hasDocument,
  type NodeKind,
  type QuestionContent,
  type RevisionContent,
  type RichNode,
} from '@cam-nang/domain';
import { repairBlockIds, validateDocument, type DocumentError } from '@cam-nang/content';
import { questionTitle } from '@cam-nang/content/course-format';
import type { RichDocument } from '@cam-nang/content/read';
import { InvalidRequest } from '@cam-nang/platform';
import type * as z from 'zod/mini';
import { META_SCHEMAS } from './meta-schemas.js';
import { questionProblems } from './question-rules.js';
import { questionSchema } from './question-schema.js';
import { repairQuestionIds } from './repair-question-ids.js';

/** Content of a node as an editor sends it: of unknown origin but for the title. */
export interface IncomingContent {
  readonly title: string;
  readonly meta: unknown;
  readonly document: unknown;
}

/**
 * Checks content that came from outside and brings it to the form in which it is kept: settings by
 * the schema of the kind, documents by the block schema, every block and every part of a question
 * with one stable id. `base` is the text that it was made from.
 *
 * @throws InvalidRequest `request.invalid` for settings, `curriculum.question_invalid`,
 *   `curriculum.document_invalid`; every field at fault is named
 */
export function checkedContent(
  kind: NodeKind,
  incoming: IncomingContent,
  base: RichNode | null,
): RevisionContent {
  if (kind === 'question') {
    const meta = checkedQuestion(incoming.meta);
    return { kind, title: questionTitle(meta.stem), meta, doc: null };
  }
  const meta = checkedMeta(kind, incoming);
  const doc = hasDocument(kind) ? checkedDocument(incoming.document, base) : null;
  return { kind, title: incoming.title, meta, doc } as RevisionContent;
}

/** A short random id for a new block or part. */
export function newPartId(): string {
  return randomBytes(8).toString('base64url').replace(/[-_]/g, '0');
}

function checkedMeta(kind: Exclude<NodeKind, 'question'>, { meta }: IncomingContent): unknown {
  const parsed = META_SCHEMAS[kind].safeParse(meta);
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(fieldsOf(parsed.error.issues));
}

function checkedQuestion(meta: unknown): QuestionContent {
  const parsed = questionSchema.safeParse(meta);
  const code = 'curriculum.question_invalid';
  if (!parsed.success) throw new InvalidRequest(fieldsOf(parsed.error.issues), code);
  const question = repairQuestionIds(parsed.data, newPartId);
  const problems = questionProblems(question);
  if (problems.length === 0) return question;
  const fields = problems.map(({ path, code: reason }) => field(`meta.${path}`, reason));
  throw new InvalidRequest(fields, code);
}

function checkedDocument(document: unknown, base: RichNode | null): RichNode {
  const checked = validateDocument(document, 'lesson');
  if (!checked.ok) {
    throw new InvalidRequest(checked.errors.map(documentField), 'curriculum.document_invalid');
  }
  return repairBlockIds(checked.document, {
    newId: newPartId,
    base: base as RichDocument | null,
  }) as RichNode;
}

function documentField({ path, code, params }: DocumentError): ProblemField {
  return { ...field(`document${path.replaceAll('/', '.')}`, code), params };
}

function fieldsOf(issues: readonly z.core.$ZodIssue[]): ProblemField[] {
  return issues.map((issue) => {
    const path = ['meta', ...issue.path.map(String)].join('.');
    return { path, code: issue.code, message: issue.message };
  });
}

function field(path: string, code: string): ProblemField {
  return { path, code, message: code };
}
