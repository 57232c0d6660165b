import { hashText, type HashFunction } from '../../shared/bytes.js';
import type { QuestionContent } from '../question-content.js';
import type { RevisionContent } from '../revision-meta.js';
import type { RichNode } from '../rich-node.js';
import { canonicalDocument, type DefaultAttributes } from './canonical-document.js';
import { canonicalJson, type JsonValue } from './canonical-json.js';
import { questionKey, questionStem } from './question-parts.js';
import { studyForm, studyValue } from './study-form.js';

/** The hashes of one revision, lower-case hexadecimal. */
export interface RevisionHashes {
  /** Of the document blob; null where a kind has no text. */
  readonly docHash: string | null;
  /** Of everything: kind, title, meta and document. Same node and same hash is the same revision. */
  readonly contentHash: string;
  /** Of what a learner would notice; equal hashes carry progress over. */
  readonly studyHash: string;
  /** Questions only: of what the taker saw. */
  readonly stemHash: string | null;
  /** Questions only: of what decides the mark. */
  readonly keyHash: string | null;
}

/** Canonical JSON of a document: the bytes that its blob stores. */
export function documentJson(doc: RichNode, defaults: DefaultAttributes = {}): string {
  return canonicalJson(canonicalDocument(doc, defaults));
}

/** Exact hash of a revision's content: any change of content is a change of hash, except its spelling in JSON. */
export function contentHash(
  content: RevisionContent,
  hash: HashFunction,
  defaults: DefaultAttributes = {},
): string {
  const { kind, title, meta } = content;
  const doc = content.doc && canonicalDocument(content.doc, defaults);
  return hashText(canonicalJson({ kind, title, meta, doc }), hash);
}

/**
 * Hash of what a learner would notice. A lesson is its title and words (not its minutes or its
 * summary); a question its words and key; everything else its title and settings.
 */
export function studyHash(content: RevisionContent, hash: HashFunction): string {
  return hashText(canonicalJson(studyContent(content)), hash);
}

/** Hash of what the taker of a question saw; a regrade needs it unchanged. */
export function stemHash(question: QuestionContent, hash: HashFunction): string {
  return hashText(canonicalJson(questionStem(question)), hash);
}

/** Hash of what decides the mark of a question and what is said about it. */
export function keyHash(question: QuestionContent, hash: HashFunction): string {
  return hashText(canonicalJson(questionKey(question)), hash);
}

/** All hashes of a revision. */
export function revisionHashes(
  content: RevisionContent,
  hash: HashFunction,
  defaults: DefaultAttributes = {},
): RevisionHashes {
  const question = content.kind === 'question' ? content.meta : null;
  return {
    docHash: content.doc && hashText(documentJson(content.doc, defaults), hash),
    contentHash: contentHash(content, hash, defaults),
    studyHash: studyHash(content, hash),
    stemHash: question && stemHash(question, hash),
    keyHash: question && keyHash(question, hash),
  };
}

function studyContent(content: RevisionContent): JsonValue {
  const { kind, title } = content;
  const noticed = {
    kind,
    title: studyValue(title),
    doc: content.doc && studyForm(canonicalDocument(content.doc)),
  };
  if (kind === 'lesson' || kind === 'annex') return noticed;
  if (content.kind === 'question') {
    const { meta } = content;
    return { ...noticed, stem: studyValue(questionStem(meta)), key: studyValue(questionKey(meta)) };
  }
  return { ...noticed, meta: studyValue(content.meta as unknown as JsonValue) };
}
