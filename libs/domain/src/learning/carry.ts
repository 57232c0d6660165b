/** A node's content as a learner would notice it: two equal study hashes are the same text to study. */
export interface StudiedNode {
  readonly nodeId: string;
  readonly studyHash: string;
}

/** What becomes of finished study under another edition; node ids in the edition's order. */
export interface CarriedStudy {
  /** Stays done. */
  readonly carried: readonly string[];
  /** Stays done, but the text was corrected since: show what changed. */
  readonly corrected: readonly string[];
  /** Was done, and its text has changed so that it is to be studied again. */
  readonly restudy: readonly string[];
  /** In the edition and never done. */
  readonly open: readonly string[];
  /** Done, and no longer part of the edition; the record is kept all the same. */
  readonly gone: readonly string[];
}

/**
 * Carries finished study to another edition. An equal study hash always carries. Where it differs,
 * an erratum still carries (it forces nobody to study again) and an amendment asks again. Carrying
 * to the same edition changes nothing.
 *
 * @param done what was finished, by the text it was finished on
 * @param edition the nodes of the edition to carry to
 */
export function carryStudy(
  done: readonly StudiedNode[],
  edition: readonly StudiedNode[],
  change: 'erratum' | 'amendment',
): CarriedStudy {
  const finished = new Set(done.map((node) => node.nodeId));
  const same = new Set(done.map((node) => JSON.stringify([node.nodeId, node.studyHash])));
  const current = new Set(edition.map((node) => node.nodeId));
  const isSame = (node: StudiedNode): boolean =>
    same.has(JSON.stringify([node.nodeId, node.studyHash]));
  const changed = edition.filter((node) => finished.has(node.nodeId) && !isSame(node));
  const ids = (nodes: readonly StudiedNode[]): readonly string[] =>
    nodes.map((node) => node.nodeId);
  return {
    carried: ids(edition.filter(isSame)),
    corrected: change === 'erratum' ? ids(changed) : [],
    restudy: change === 'amendment' ? ids(changed) : [],
    open: ids(edition.filter((node) => !finished.has(node.nodeId))),
    gone: [...finished].filter((nodeId) => !current.has(nodeId)),
  };
}

/** A block and the hash of what a reader would notice of it. */
export interface ReadableBlock {
  readonly blockId: string;
  readonly studyHash: string;
}

/**
 * The blocks of a lesson's new text that count as read: those that were read with the same study
 * hash. Changed and new blocks are unread.
 */
export function carryReadBlocks(
  read: readonly ReadableBlock[],
  blocks: readonly ReadableBlock[],
): ReadonlySet<string> {
  const known = new Set(read.map((block) => JSON.stringify([block.blockId, block.studyHash])));
  const kept = blocks.filter((block) =>
    known.has(JSON.stringify([block.blockId, block.studyHash])),
  );
  return new Set(kept.map((block) => block.blockId));
}
