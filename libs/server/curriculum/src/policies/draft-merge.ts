import { validateDocument } from '@cam-nang/content';
import {
  contentHash,
  mergeContent,
  revisionHashes,
  type ContentMerge,
  type NodeKind,
  type NodeResolution,
  type RevisionContent,
  type RichNode,
  type VersionNode,
} from '@cam-nang/domain';
import { sha256 } from '../integrity/sha256.js';

/** A working text as it is kept. */
export interface KeptText {
  readonly title: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly document: RichNode | null;
}

/** Three states of one working text: what the writer began with, what was sent, what others saved. */
export interface DraftSides {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly base: KeptText;
  readonly sent: KeptText;
  readonly saved: KeptText;
}

/** The hash of a working text, as drafts and revisions have it. */
export function textHash(kind: NodeKind, { title, meta, document }: KeptText): string {
  const content = { kind, title, meta, doc: document } as unknown as RevisionContent;
  return contentHash(content, sha256);
}

/**
 * Merges a late save with what was saved meanwhile. What was sent is "ours". Questions are merged as one
 * thing, so a side that did nothing, or the same, has to be seen first.
 */
export function mergeDraft(
  { nodeId, kind, base, sent, saved }: DraftSides,
  resolutions: readonly NodeResolution[],
): { readonly text: KeptText; readonly conflicts: ContentMerge['conflicts'] } {
  const [from, mine, theirs] = [base, sent, saved].map((text) => textHash(kind, text));
  if (mine === theirs || mine === from) return { text: saved, conflicts: [] };
  if (theirs === from) return { text: sent, conflicts: [] };
  const texts: Readonly<Record<string, KeptText>> = { base, ours: sent, theirs: saved };
  const side = (name: string, text: KeptText) => versionNode(name, { nodeId, kind }, text);
  const three = {
    base: side('base', base),
    ours: side('ours', sent),
    theirs: side('theirs', saved),
  };
  const merged = mergeContent(three, {
    hash: sha256,
    documentOf: (name) => texts[name]?.document ?? null,
    resolutions,
    isSound: (document) => validateDocument(document, 'lesson').ok,
  });
  const { content, conflicts } = merged;
  if (content.from !== 'merged') return { text: texts[content.from] ?? base, conflicts };
  const { title, meta, doc: document } = content;
  return { text: { title, meta, document }, conflicts };
}

/**
 * What ids are looked for in when a late text comes in: the text it was made from, and what was put in since.
 * A save whose answer got lost is sent again, and what it brought must not come in twice.
 */
export function idSource(base: RichNode | null, saved: RichNode | null): RichNode | null {
  if (base === null || saved === null) return base ?? saved;
  const known = new Set((base.content ?? []).map((block) => block.attrs?.['id']));
  const added = (saved.content ?? []).filter((block) => !known.has(block.attrs?.['id']));
  const inside = idsIn(base);
  const clear = added.filter((block) => [...idsIn(block)].every((id) => !inside.has(id)));
  return { ...base, content: [...(base.content ?? []), ...clear] };
}

function idsIn(node: RichNode): ReadonlySet<unknown> {
  const own = node.attrs?.['id'];
  const inner = (node.content ?? []).flatMap((child) => [...idsIn(child)]);
  return new Set(own === undefined ? inner : [own, ...inner]);
}

function versionNode(
  revisionId: string,
  { nodeId, kind }: Pick<DraftSides, 'nodeId' | 'kind'>,
  { title, meta, document }: KeptText,
): VersionNode {
  const content = { kind, title, meta, doc: document } as unknown as RevisionContent;
  const hashes = revisionHashes(content, sha256);
  const place = { nodeId, parentId: null, rank: '' };
  return { ...place, revisionId, kind, title, meta: meta as VersionNode['meta'], ...hashes };
}
