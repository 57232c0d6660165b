import { describe, expect, it } from '@jest/globals';

import { withDocuments } from '../diff/tree-documents.js';
import { diffTrees } from '../diff/tree-diff.js';
import type { VersionNode } from '../diff/tree-diff-model.js';
import type { NodeKind } from '../node-kinds.js';
import type { RichNode } from '../rich-node.js';
import { erratumRefusals } from './erratum-guard.js';

const doc = (article: string, words = 'Cấp số và thời gian ban hành văn bản.'): RichNode => ({
  type: 'doc',
  content: [
    {
      type: 'legal',
      attrs: { id: 'b1', article },
      content: [
        { type: 'paragraph', attrs: { id: 'b2' }, content: [{ type: 'text', text: words }] },
      ],
    },
  ],
});

const texts: Readonly<Record<string, RichNode>> = {
  old: doc('Điều 16'),
  mended: doc('Điều 15'),
  rewritten: doc('Điều 15', 'một hai ba bốn năm sáu bảy tám chín mười '.repeat(4).trim()),
};

const hours = { theory: 1, discussion: 1, practice: 1 };
const question = {
  type: 'short',
  stem: 'Ký hiệu?',
  accepted: ['TM.'],
  feedback: '',
  lessonId: null,
  outcome: 'CDR3',
  difficulty: 'easy',
  tags: [],
};

const node = (
  nodeId: string,
  kind: NodeKind,
  parentId: string | null,
  other: Partial<VersionNode> = {},
): VersionNode => {
  const content = { title: nodeId, meta: {}, docHash: null, ...other };
  const contentHash = JSON.stringify(content);
  return {
    nodeId,
    parentId,
    rank: nodeId,
    revisionId: content.docHash ?? contentHash,
    kind,
    contentHash,
    studyHash: contentHash,
    ...content,
  };
};

const base = [
  node('a', 'root', null, { meta: { notice: 'Dữ liệu mẫu', days: 5 } }),
  node('b', 'module', 'a', { meta: { hours, outcomes: ['CDR3'] } }),
  node('c', 'lesson', 'b', { docHash: 'old', title: 'Ký ban hành', meta: { minutes: 30 } }),
  node('d', 'lesson', 'b', { title: 'Văn bản đến' }),
  node('q', 'question', 'b', { meta: question }),
  node('z', 'quiz', 'b', { meta: { passMark: 50 } }),
];

const changed = (nodeId: string, other: Partial<VersionNode>): readonly VersionNode[] =>
  base.map((old) => {
    if (old.nodeId !== nodeId) return old;
    const { kind, parentId, title, meta, docHash, rank } = old;
    return node(nodeId, kind, parentId, { title, meta, docHash, rank, ...other });
  });

const refusals = (after: readonly VersionNode[], most = 20) => {
  const diff = withDocuments(diffTrees(base, after), (id) => texts[id] ?? null);
  return erratumRefusals(diff, { maxChangedWords: most }).map(({ code, nodeId }) => [code, nodeId]);
};

describe('an erratum', () => {
  it.each<[string, readonly VersionNode[]]>([
    ['nothing', base],
    ['a wrong citation', changed('c', { docHash: 'mended' })],
    ['a word of a title', changed('d', { title: 'Văn bản đi' })],
    ['a word of a notice', changed('a', { meta: { notice: 'Số liệu mẫu', days: 5 } })],
    ['a wrong key', changed('q', { meta: { ...question, accepted: ['TM', 'TM.'] } })],
    ['feedback', changed('q', { meta: { ...question, feedback: 'Xem Điều 15.' } })],
  ])('may change %s', (_name, after) => {
    expect(refusals(after)).toEqual([]);
  });

  it.each<[string, readonly VersionNode[], string, string]>([
    ['a lesson added', [...base, node('n', 'lesson', 'b')], 'node_added', 'n'],
    ['a lesson removed', base.filter(({ nodeId }) => nodeId !== 'd'), 'node_removed', 'd'],
    ['a lesson moved', changed('d', { rank: 'a' }), 'node_moved', 'd'],
    [
      'hours',
      changed('b', { meta: { hours: { ...hours, practice: 2 }, outcomes: ['CDR3'] } }),
      'setting_changed',
      'b',
    ],
    ['outcomes', changed('b', { meta: { hours, outcomes: [] } }), 'setting_changed', 'b'],
    ['a pass mark', changed('z', { meta: { passMark: 60 } }), 'setting_changed', 'z'],
    ['minutes of a lesson', changed('c', { meta: { minutes: 45 } }), 'setting_changed', 'c'],
    [
      'a stem',
      changed('q', { meta: { ...question, stem: 'Ký hiệu nào?' } }),
      'question_changed',
      'q',
    ],
    [
      'the outcome of a question',
      changed('q', { meta: { ...question, outcome: 'CDR1' } }),
      'question_changed',
      'q',
    ],
  ])('may not change %s', (_name, after, code, nodeId) => {
    expect(refusals(after)).toEqual([[code, nodeId]]);
  });

  it('may change few words only, counted over everything', () => {
    expect(refusals(changed('c', { docHash: 'rewritten' }))).toEqual([['too_many_words', null]]);
    expect(refusals(changed('c', { docHash: 'mended' }), 2)).toEqual([]);
    expect(refusals(changed('c', { docHash: 'mended' }), 1)).toEqual([['too_many_words', null]]);
    const notice = { notice: 'mới '.repeat(30), days: 5 };
    expect(refusals(changed('a', { meta: notice }))).toEqual([['too_many_words', null]]);
  });

  it('is not waved through when the texts were not compared', () => {
    const diff = diffTrees(base, changed('c', { docHash: 'mended' }));
    expect(erratumRefusals(diff, { maxChangedWords: 20 })).toEqual([
      { code: 'text_not_compared', nodeId: 'c', params: {} },
    ]);
  });

  it('says which setting and how many words', () => {
    const after = changed('b', { meta: { hours: { ...hours, practice: 2 }, outcomes: ['CDR3'] } });
    const diff = withDocuments(diffTrees(base, after), () => null);
    expect(erratumRefusals(diff, { maxChangedWords: 0 })).toEqual([
      { code: 'setting_changed', nodeId: 'b', params: { field: 'hours.practice' } },
    ]);
  });
});
