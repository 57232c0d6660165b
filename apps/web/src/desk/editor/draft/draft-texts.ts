import {
  mergeContent,
  sameJson,
  type NodeKind,
  type RichNode,
  type VersionNode,
} from '@cam-nang/domain';
import { validateDocument } from '@cam-nang/content/editor';
import type { DraftConflict, DraftContent, DraftDecision } from './draft-state.js';

/** Three states of a text: what both began with, what others saved, what stands in this editor. */
export interface DraftSides {
  readonly base: DraftContent;
  readonly saved: DraftContent;
  readonly mine: DraftContent;
}

/** The merged text; where conflicts are open it holds the base and is not to be used. */
export interface MergedDraft {
  readonly content: DraftContent;
  readonly conflicts: readonly DraftConflict[];
}

/** How texts of a node are compared and merged. */
export interface DraftTexts {
  readonly same: (a: DraftContent, b: DraftContent) => boolean;
  readonly merge: (sides: DraftSides, decisions: readonly DraftDecision[]) => MergedDraft;
}

/** Texts are compared within this page only, so a text may stand for its own hash. */
const itself = (bytes: Uint8Array): Uint8Array => bytes;

/** Texts of one node, compared and merged in the form in which `canonical` brings them. */
export function draftTexts(
  place: { readonly nodeId: string; readonly kind: NodeKind },
  canonical: (content: DraftContent) => DraftContent,
): DraftTexts {
  const same = (a: DraftContent, b: DraftContent) => sameJson(canonical(a), canonical(b));
  return {
    same,
    merge: ({ base, saved, mine }, decisions) => {
      if (same(saved, mine) || same(saved, base)) return { content: mine, conflicts: [] };
      if (same(mine, base)) return { content: saved, conflicts: [] };
      const texts = { base: canonical(base), ours: canonical(saved), theirs: canonical(mine) };
      return mergeTexts(place, texts, decisions);
    },
  };
}

type Texts = Readonly<Record<'base' | 'ours' | 'theirs', DraftContent>>;

function mergeTexts(
  place: Parameters<typeof draftTexts>[0],
  texts: Texts,
  decisions: readonly DraftDecision[],
): MergedDraft {
  const side = (name: keyof Texts) => versionNode(place, name, texts[name]);
  const three = { base: side('base'), ours: side('ours'), theirs: side('theirs') };
  const { content, conflicts } = mergeContent(three, {
    hash: itself,
    documentOf: (name) => (texts[name as keyof Texts].document as RichNode | null) ?? null,
    resolutions: decisions,
    isSound: (document) => validateDocument(document, 'lesson').ok,
  });
  if (content.from !== 'merged') return { content: texts[content.from], conflicts };
  const { title, meta, doc } = content;
  return { content: { title, meta, document: doc as DraftContent['document'] }, conflicts };
}

function versionNode(
  { nodeId, kind }: Parameters<typeof draftTexts>[0],
  name: string,
  { title, meta, document }: DraftContent,
): VersionNode {
  const hashes = { contentHash: name, studyHash: name, stemHash: null, keyHash: null };
  const docHash = document === null ? null : name;
  const place = { nodeId, kind, parentId: null, rank: '', revisionId: name };
  return { ...place, title, meta: meta as VersionNode['meta'], docHash, ...hashes };
}
