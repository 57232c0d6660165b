import { settingChanges, type BlockDiff, type NodeDiff, type NodeKind } from '@cam-nang/domain';
import { changedRows } from './document-rows.js';

/** Kinds of change that a review can be narrowed to. */
export const PLACE_KINDS = ['words', 'structure', 'questions', 'format'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One change a reviewer goes to: the id of its element and its kind. */
export interface ChangePlace {
  readonly id: string;
  readonly nodeId: string;
  readonly kind: PlaceKind;
  /** The block that changed; undefined where it is the node or its settings. */
  readonly block?: BlockDiff | undefined;
  /** The node is there no more. */
  readonly gone?: boolean | undefined;
}

/** Ids of the elements that show the parts of a node's change. */
export const placeId = {
  node: (nodeId: string) => `c-${nodeId}`,
  fields: (nodeId: string) => `c-${nodeId}-fields`,
  question: (nodeId: string) => `c-${nodeId}-question`,
  block: (nodeId: string, key: string) => `c-${nodeId}-${key}`,
};

/** Every change of a comparison in the order in which it is shown. */
export function changePlaces(nodes: readonly NodeDiff[]): readonly ChangePlace[] {
  return nodes.flatMap(placesOfNode);
}

/** The changes of one node: its place in the tree, its settings, its question, the blocks of its text. */
export function placesOfNode(node: NodeDiff): readonly ChangePlace[] {
  const { nodeId } = node;
  const place = (id: string, kind: PlaceKind): ChangePlace => ({ id, nodeId, kind });
  const whole = node.status !== 'changed';
  const structure = whole || node.moved || node.renamed !== null;
  const ofNode: PlaceKind = node.kind === 'question' ? 'questions' : 'structure';
  if (whole) return [{ ...place(placeId.node(nodeId), ofNode), gone: node.status === 'removed' }];
  return [
    ...(structure ? [place(placeId.node(nodeId), ofNode)] : []),
    ...(hasFields(node) ? [place(placeId.fields(nodeId), 'structure')] : []),
    ...(node.question !== null && !node.question.empty
      ? [place(placeId.question(nodeId), 'questions')]
      : []),
    ...(node.document === null ? [] : changedRows(node.document)).map((row) => ({
      ...place(placeId.block(nodeId, row.key), row.formatOnly ? 'format' : 'words'),
      block: row.block,
    })),
  ];
}

/** How many changes there are of each kind. */
export function countPlaces(places: readonly ChangePlace[]): Readonly<Record<PlaceKind, number>> {
  const counts = { words: 0, structure: 0, questions: 0, format: 0 };
  for (const place of places) counts[place.kind] += 1;
  return counts;
}

function hasFields(node: NodeDiff): boolean {
  return hasOwnFields(node.kind) && settingChanges(node.meta).length > 0;
}

/** A question's settings are shown with the question. */
export function hasOwnFields(kind: NodeKind): boolean {
  return kind !== 'question';
}
