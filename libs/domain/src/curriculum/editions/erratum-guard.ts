import type { NodeKind } from '../node-kinds.js';
import type { FieldChange } from '../diff/field-changes.js';
import type { NodeDiff, TreeDiff } from '../diff/tree-diff-model.js';

export const ERRATUM_REFUSALS = [
  'node_added',
  'node_removed',
  'node_moved',
  'setting_changed',
  'question_changed',
  'text_not_compared',
  'too_many_words',
] as const;

/** Why a set of changes is no erratum; `nodeId` is null when it is about all of them together. */
export interface ErratumRefusal {
  readonly code: (typeof ERRATUM_REFUSALS)[number];
  readonly nodeId: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** How much an erratum may change; set by the rules of the issuer, not by the code. */
export interface ErratumLimits {
  /** Most words that come and go, over everything, deletions and insertions both counted. */
  readonly maxChangedWords: number;
}

/** Settings that are words only, by kind; every other setting is hours, outcomes or rules. */
const WORDING: Readonly<Partial<Record<NodeKind, readonly string[]>>> = {
  root: ['titleEn', 'goals', 'notice', 'noticeEn'],
  module: ['titleEn', 'summary', 'summaryEn'],
  lesson: ['titleEn', 'summary', 'summaryEn', 'keywords'],
  annex: ['titleEn', 'summary', 'summaryEn', 'keywords'],
  quiz: ['titleEn'],
  bank: ['titleEn'],
  outcome: ['titleEn'],
  'report-task': ['titleEn', 'task', 'taskEn', 'suggestions'],
  survey: ['titleEn', 'introduction', 'closing', 'basis', 'basisEn'],
};

/**
 * Why a comparison is not an erratum; empty when it is one. An erratum adds, removes and moves
 * nothing, leaves hours, outcomes and passing rules alone, changes of a question only its key and
 * feedback, and of everything together few words. The texts must have been compared
 * (`withDocuments`).
 */
export function erratumRefusals(
  diff: TreeDiff,
  { maxChangedWords }: ErratumLimits,
): readonly ErratumRefusal[] {
  const { inserted, deleted } = diff.counts.words;
  const words = inserted + deleted;
  return [
    ...diff.nodes.flatMap(nodeRefusals),
    ...(words > maxChangedWords
      ? [
          {
            code: 'too_many_words' as const,
            nodeId: null,
            params: { words, most: maxChangedWords },
          },
        ]
      : []),
  ];
}

function nodeRefusals(node: NodeDiff): readonly ErratumRefusal[] {
  const refuse = (
    code: ErratumRefusal['code'],
    params: ErratumRefusal['params'] = {},
  ): ErratumRefusal => ({ code, nodeId: node.nodeId, params });
  if (node.status === 'added') return [refuse('node_added')];
  if (node.status === 'removed') return [refuse('node_removed')];
  const uncompared = node.documentChanged && node.document === null;
  return [
    ...(node.moved ? [refuse('node_moved')] : []),
    ...changedSettings(node).map(({ path }) =>
      refuse('setting_changed', { field: path.join('.') }),
    ),
    ...(questionRewritten(node) ? [refuse('question_changed')] : []),
    ...(uncompared ? [refuse('text_not_compared')] : []),
  ];
}

function changedSettings({ kind, meta }: NodeDiff): readonly FieldChange[] {
  if (kind === 'question') return [];
  const wording = WORDING[kind] ?? [];
  return meta.filter(({ path }) => !wording.includes(path[0] ?? ''));
}

function questionRewritten({ question }: NodeDiff): boolean {
  return question !== null && (question.stemChanged || question.classification.length > 0);
}
