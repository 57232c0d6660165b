import { diffTrees, withDocuments, type RichNode, type VersionNode } from '@cam-nang/domain';

/** A node's content as far as words go. */
export interface WordedNode {
  readonly node: Omit<VersionNode, 'parentId' | 'rank'>;
  readonly document: RichNode | null;
}

/** Words that come and go from one content of a node to another, deletions and insertions counted. */
export function changedWords(before: WordedNode | null, after: WordedNode): number {
  const alone = (side: WordedNode, revisionId: string) => ({
    ...side.node,
    revisionId,
    parentId: null,
    rank: 'a0',
  });
  const diff = diffTrees(before === null ? [] : [alone(before, 'before')], [alone(after, 'after')]);
  const documents = new Map([
    ['before', before?.document ?? null],
    ['after', after.document],
  ]);
  const { words } = withDocuments(diff, (id) => documents.get(id) ?? null).counts;
  return words.inserted + words.deleted;
}
