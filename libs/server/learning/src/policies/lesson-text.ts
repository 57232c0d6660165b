import type { RichDocument } from '@cam-nang/content/read';
import { lessonBlocks } from '@cam-nang/content/read';
import {
  canonicalDocument,
  canonicalJson,
  hashText,
  studyForm,
  type HashFunction,
  type ReadableBlock,
  type RichNode,
} from '@cam-nang/domain';

/** The text of one revision of a lesson, as progress needs it. It never changes. */
export interface LessonText {
  readonly revisionId: string;
  readonly nodeId: string;
  /** Of the whole lesson, hexadecimal: equal hashes are the same text to study. */
  readonly studyHash: string;
  readonly document: RichDocument;
  /** What is read block by block, in reading order. */
  readonly blocks: readonly ReadableBlock[];
  readonly selfChecks: readonly string[];
}

/** Where a text comes from: a revision of a lesson. */
export interface LessonSource {
  readonly id: string;
  readonly nodeId: string;
  readonly studyHash: string;
  readonly content: { readonly doc: RichNode | null };
}

const NOTHING: RichDocument = { type: 'doc', content: [] };

/** The text of a revision with the hash of what a reader would notice of each block. */
export function lessonText(source: LessonSource, hash: HashFunction): LessonText {
  const document = (source.content.doc ?? NOTHING) as RichDocument;
  const hashes = new Map(
    document.content.map((block) => [block.attrs.id, blockHash(block as RichNode, hash)]),
  );
  const { blocks, selfChecks } = lessonBlocks(document);
  return {
    revisionId: source.id,
    nodeId: source.nodeId,
    studyHash: source.studyHash,
    document,
    blocks: blocks.map((blockId) => ({ blockId, studyHash: hashes.get(blockId) ?? '' })),
    selfChecks,
  };
}

function blockHash(block: RichNode, hash: HashFunction): string {
  return hashText(canonicalJson(studyForm(canonicalDocument(block))), hash);
}
