/** The kinds of node that live in a curriculum. */
export const NODE_KINDS = [
  'root',
  'module',
  'lesson',
  'quiz',
  'bank',
  'question',
  'report-task',
  'survey',
  'outcome',
  'annex',
] as const;

export type NodeKind = (typeof NODE_KINDS)[number];

const ALLOWED_CHILDREN: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  root: ['module', 'outcome', 'annex', 'survey'],
  module: ['lesson', 'quiz', 'bank', 'report-task', 'survey', 'annex'],
  bank: ['question'],
  lesson: [],
  quiz: [],
  question: [],
  'report-task': [],
  survey: [],
  outcome: [],
  annex: [],
};

/** The kinds that may stand directly under a kind; empty for kinds that hold nothing. */
export function allowedChildren(kind: NodeKind): readonly NodeKind[] {
  return ALLOWED_CHILDREN[kind];
}

/** Whether `child` may stand directly under `parent`; null asks for the top of the tree. */
export function mayContain(parent: NodeKind | null, child: NodeKind): boolean {
  if (parent === null) return child === 'root';
  return ALLOWED_CHILDREN[parent].includes(child);
}

/** Whether nodes of this kind hold rich text. */
export function hasDocument(kind: NodeKind): boolean {
  return kind === 'lesson' || kind === 'annex';
}
