import type { readOutline, ResponseOf } from '@cam-nang/contracts';
import type { CurriculumVersion, PlacedNode } from './curriculum-version.js';
import { metaOf, metaText } from './node-meta.js';

/** One line of the tree as screens show it. */
export type OutlineNode = ResponseOf<typeof readOutline>['nodes'][number];

/** The lines of a version's tree, in reading order. */
export function outlineNodes(version: CurriculumVersion): OutlineNode[] {
  return version.nodes.map((node) => outlineNode(version, node));
}

/** One line. `questions` counts a bank's questions, and those that a quiz asks. */
export function outlineNode(version: CurriculumVersion, node: PlacedNode): OutlineNode {
  const module = metaOf(node, 'module');
  return {
    nodeId: node.nodeId,
    parentId: node.parentId,
    slug: node.slug,
    kind: node.kind,
    depth: node.depth,
    label: node.label,
    code: node.kind === 'question' ? null : metaText(node, 'code'),
    title: node.title,
    titleEn: metaText(node, 'titleEn'),
    revisionId: node.revisionId,
    moduleKind: module?.moduleKind ?? null,
    hours: module === null ? null : { ...module.hours },
    minutes: metaOf(node, 'lesson')?.minutes ?? null,
    questions: questionCount(version, node),
  };
}

function questionCount(version: CurriculumVersion, node: PlacedNode): number | null {
  if (node.kind === 'bank') return version.children(node.nodeId).length;
  const quiz = metaOf(node, 'quiz');
  return quiz === null ? null : quiz.draws.reduce((sum, draw) => sum + draw.count, 0);
}
