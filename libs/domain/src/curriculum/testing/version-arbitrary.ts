import fc from 'fast-check';

import type { VersionNode } from '../diff/tree-diff-model.js';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

interface PickedNode {
  readonly id: string;
  readonly parent: number;
  readonly rank: string;
  readonly title: string;
  readonly theory: number;
  readonly text: string;
}

const pick = (id: string): fc.Arbitrary<PickedNode> =>
  fc.record({
    id: fc.constant(id),
    parent: fc.nat(3),
    rank: fc.constantFrom('Zz', 'a0', 'a0V', 'a1', 'a2', 'a3'),
    title: fc.constantFrom('Tiếp công dân', 'Xử lý đơn'),
    theory: fc.nat(1),
    text: fc.constantFrom('doc1', 'doc2'),
  });

/** Versions over few nodes: each a tree under `root`, whatever its kinds are worth. */
export const versionArbitrary: fc.Arbitrary<readonly VersionNode[]> = fc
  .shuffledSubarray(IDS)
  .chain((ids) => fc.tuple(...ids.map(pick)))
  .map((picks) => {
    const nodes: VersionNode[] = [version('root', null, 'a0', { title: '', theory: 0, text: '' })];
    for (const { id, parent, rank, ...content } of picks) {
      const parentId = nodes[parent % nodes.length]?.nodeId ?? 'root';
      nodes.push(version(id, parentId, rank, content));
    }
    return nodes;
  });

function version(
  nodeId: string,
  parentId: string | null,
  rank: string,
  { title, theory, text }: PickedContent,
): VersionNode {
  const contentHash = `${title}|${theory}|${text}`;
  return {
    nodeId,
    parentId,
    rank,
    revisionId: `${nodeId}:${contentHash}`,
    kind: 'module',
    title,
    meta: { code: nodeId, hours: { theory } },
    docHash: text,
    contentHash,
    studyHash: `${title}|${text}`,
  };
}

type PickedContent = Omit<PickedNode, 'id' | 'parent' | 'rank'>;
