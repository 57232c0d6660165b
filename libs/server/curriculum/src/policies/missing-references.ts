import { nodesOfKind, type CurriculumVersion, type PlacedNode } from './curriculum-version.js';
import { metaOf } from './node-meta.js';

/** A reference that leads nowhere in the version: which node holds it, and to what. */
export interface MissingReference {
  readonly nodeId: string;
  readonly params: { readonly kind: string; readonly target: string };
}

/** References between nodes that lead to nothing: banks of quizzes, lessons to reread, outcomes. */
export function missingReferences(version: CurriculumVersion): readonly MissingReference[] {
  const outcomes = new Set(
    nodesOfKind(version, 'outcome').flatMap((node) => metaOf(node, 'outcome')?.code ?? []),
  );
  return version.nodes.flatMap((node) => [
    ...missingNodes(version, node),
    ...outcomesOf(node)
      .filter((code) => !outcomes.has(code))
      .map((target) => ({ nodeId: node.nodeId, params: { kind: 'outcome', target } })),
  ]);
}

function missingNodes(version: CurriculumVersion, node: PlacedNode): readonly MissingReference[] {
  return [
    ...lost(
      version,
      node,
      'bank',
      metaOf(node, 'quiz')?.draws.map((draw) => draw.bankId),
    ),
    ...lost(version, node, 'lesson', rereadLessons(node)),
    ...lost(version, node, 'lesson', metaOf(node, 'report-task')?.lessons),
  ];
}

function rereadLessons(node: PlacedNode): readonly string[] {
  const lessonId = metaOf(node, 'question')?.lessonId ?? null;
  return lessonId === null ? [] : [lessonId];
}

function lost(
  version: CurriculumVersion,
  node: PlacedNode,
  kind: 'bank' | 'lesson',
  targets: readonly string[] = [],
): readonly MissingReference[] {
  return targets
    .filter((target) => version.byId.get(target)?.kind !== kind)
    .map((target) => ({ nodeId: node.nodeId, params: { kind, target } }));
}

function outcomesOf(node: PlacedNode): readonly string[] {
  const outcome = metaOf(node, 'question')?.outcome ?? null;
  if (outcome !== null) return [outcome];
  return metaOf(node, 'module')?.outcomes ?? metaOf(node, 'lesson')?.outcomes ?? [];
}
