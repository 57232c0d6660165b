import type { JsonValue } from '../canon/canonical-json.js';
import { assembleTree, readingOrder, type CurriculumNode } from '../line/tree.js';
import { likelyMoved } from '../line/sibling-moves.js';
import type { QuestionContent } from '../question-content.js';
import { fieldChanges, type JsonRecord } from './field-changes.js';
import { diffQuestions, type QuestionDiff } from './question-diff.js';
import { diffText, diffTextOrNull } from './text-diff.js';
import { addWords, type WordCounts } from './tokens.js';
import type {
  NodeDiff,
  NodePlace,
  NodeRevision,
  TreeDiff,
  TreeDiffCounts,
  VersionNode,
} from './tree-diff-model.js';

interface Side {
  readonly nodes: ReadonlyMap<string, VersionNode>;
  readonly order: readonly CurriculumNode[];
  readonly places: ReadonlyMap<string, CurriculumNode>;
  readonly ordinals: ReadonlyMap<string, number>;
}

/**
 * Compares two versions of a curriculum node by node: what was added, removed, moved (to another
 * parent, or out of the longest run of siblings that kept their order), renamed, reworded, and which
 * settings differ, field by field. Nodes that no root reaches are left out.
 */
export function diffTrees(before: readonly VersionNode[], after: readonly VersionNode[]): TreeDiff {
  const a = sideOf(before);
  const b = sideOf(after);
  const moved = likelyMoved([...a.nodes.values()], [...b.nodes.values()]);
  const present = b.order.flatMap((place) => {
    const node = b.nodes.get(place.nodeId);
    const diff = node && presentNode(a, b, node, place, moved);
    return diff ? [diff] : [];
  });
  const gone = a.order.flatMap((place) => {
    const node = a.nodes.get(place.nodeId);
    return node && !b.nodes.has(place.nodeId) ? [removedNode(a, node, place)] : [];
  });
  const nodes = [...present, ...gone];
  return { empty: nodes.length === 0, nodes, counts: countNodes(nodes) };
}

function sideOf(list: readonly VersionNode[]): Side {
  const order = readingOrder(assembleTree(list));
  const places = new Map(order.map((place) => [place.nodeId, place]));
  const reached = list.filter(({ nodeId }) => places.has(nodeId));
  const nodes = new Map(reached.map((node) => [node.nodeId, node]));
  return { nodes, order, places, ordinals: ordinalsOf(order, nodes) };
}

/** Number of every node among its siblings of the same kind, from 1. */
function ordinalsOf(
  order: readonly CurriculumNode[],
  nodes: ReadonlyMap<string, VersionNode>,
): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  return new Map(
    order.map(({ nodeId, parentId }) => {
      const list = `${parentId ?? ''} ${nodes.get(nodeId)?.kind ?? ''}`;
      const ordinal = (counted.get(list) ?? 0) + 1;
      counted.set(list, ordinal);
      return [nodeId, ordinal];
    }),
  );
}

function presentNode(
  a: Side,
  b: Side,
  node: VersionNode,
  place: CurriculumNode,
  moved: ReadonlySet<string>,
): NodeDiff | null {
  const old = a.nodes.get(node.nodeId);
  if (!old) return addedNode(b, node, place);
  const hasMoved = moved.has(node.nodeId);
  if (!hasMoved && old.contentHash === node.contentHash) return null;
  const from = a.places.get(node.nodeId);
  return {
    ...unchanged(node),
    from: from ? placeOf(a, from) : null,
    before: revision(old),
    to: placeOf(b, place),
    after: revision(node),
    moved: hasMoved,
    movedWith: hasMoved && from ? wentAlong(from, place) : [],
    renamed: diffTextOrNull(old.title, node.title),
    meta: fieldChanges(old.meta, node.meta),
    question: questionDiff(old, node),
    documentChanged: old.docHash !== node.docHash,
    studyChanged: old.studyHash !== node.studyHash,
  };
}

function addedNode(side: Side, node: VersionNode, place: CurriculumNode): NodeDiff {
  return {
    ...unchanged(node),
    status: 'added',
    to: placeOf(side, place),
    after: revision(node),
    meta: fieldChanges({}, node.meta),
    documentChanged: node.docHash !== null,
    studyChanged: true,
  };
}

function removedNode(side: Side, node: VersionNode, place: CurriculumNode): NodeDiff {
  return {
    ...unchanged(node),
    status: 'removed',
    from: placeOf(side, place),
    before: revision(node),
    meta: fieldChanges(node.meta, {}),
    documentChanged: node.docHash !== null,
    studyChanged: true,
  };
}

function unchanged({ nodeId, kind }: VersionNode): NodeDiff {
  return {
    nodeId,
    kind,
    status: 'changed',
    from: null,
    before: null,
    to: null,
    after: null,
    moved: false,
    movedWith: [],
    renamed: null,
    meta: [],
    question: null,
    documentChanged: false,
    document: null,
    studyChanged: false,
  };
}

function placeOf({ ordinals }: Side, { nodeId, parentId, position }: CurriculumNode): NodePlace {
  return { parentId, position, ordinal: ordinals.get(nodeId) ?? position + 1 };
}

function revision(node: VersionNode): NodeRevision {
  const { revisionId, title, docHash, contentHash, studyHash } = node;
  return { revisionId, title, docHash, contentHash, studyHash };
}

/** The nodes inside a moved node that were inside it before. */
function wentAlong(from: CurriculumNode, to: CurriculumNode): readonly string[] {
  const inside = new Set(readingOrder(from.children).map(({ nodeId }) => nodeId));
  return readingOrder(to.children).flatMap(({ nodeId }) => (inside.has(nodeId) ? [nodeId] : []));
}

function questionDiff(before: VersionNode, after: VersionNode): QuestionDiff | null {
  if (before.kind !== 'question' || after.kind !== 'question') return null;
  const diff = diffQuestions(asQuestion(before.meta), asQuestion(after.meta));
  return diff.empty ? null : diff;
}

/** A question node's meta is its content (`RevisionMetaByKind`). */
function asQuestion(meta: JsonRecord): QuestionContent {
  return meta as unknown as QuestionContent;
}

/** Counts the differences of nodes. */
export function countNodes(nodes: readonly NodeDiff[]): TreeDiffCounts {
  const count = (test: (node: NodeDiff) => boolean) => nodes.filter(test).length;
  const kept = ({ status }: NodeDiff) => status === 'changed';
  return {
    added: count(({ status }) => status === 'added'),
    removed: count(({ status }) => status === 'removed'),
    moved: count(({ moved }) => moved),
    renamed: count(({ renamed }) => renamed !== null),
    contentChanged: count((node) => kept(node) && (node.documentChanged || node.question !== null)),
    metaChanged: count(
      (node) => kept(node) && node.question === null && settings(node.meta).length > 0,
    ),
    words: addWords(nodes.flatMap(nodeWords)),
  };
}

function nodeWords({ status, kind, renamed, question, document, meta }: NodeDiff): WordCounts[] {
  const diffs = [renamed, question, document?.counts].flatMap((diff) => (diff ? [diff.words] : []));
  if (status !== 'changed' || kind === 'question') return diffs;
  const said = settings(meta).map(
    ({ before, after }) => diffText(textsIn(before), textsIn(after)).words,
  );
  return [...diffs, ...said];
}

/** Fields that say something: how the text was spelled in the file it came from is none. */
function settings(meta: NodeDiff['meta']): NodeDiff['meta'] {
  return meta.filter(({ path }) => path[0] !== 'markdown');
}

/** All texts inside a setting, one to a line. */
function textsIn(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .map((inner: JsonValue) => textsIn(inner))
    .join('\n');
}
