import { describe, expect, it } from '@jest/globals';

import { plainText, type RichNode } from '../rich-node.js';
import {
  changed,
  conflictsOf,
  mergeTrees,
  put,
  shape,
  text,
  TREE,
  without,
  type TestTree,
} from '../testing/merge-tree.js';
import { sha256 } from '../testing/sha256.js';
import { mergeDocuments } from './merge-documents.js';
import type { Choice } from './merge-model.js';
import type { NodesMerge } from './merge-nodes-model.js';

function textOf(merged: NodesMerge, id: string): string {
  const content = merged.nodes.find(({ nodeId }) => nodeId === id)?.content;
  if (content?.from !== 'merged') return content?.from ?? '';
  return content.doc === null ? '' : plainText(content.doc);
}

const written = changed(TREE, {
  id: 'L1',
  text: text('Trả lời trong năm ngày làm việc.', 'Ghi sổ.'),
});
const L = (id: string, parent: string) => ({ id, in: parent });

describe('the hard cases of structure', () => {
  it('1. moves a lesson and edits it', () => {
    const merged = mergeTrees(
      TREE,
      put(TREE, L('L1', 'M2'), 'L4'),
      changed(TREE, { id: 'L1', title: 'mới' }),
    );
    expect(conflictsOf(merged)).toEqual([]);
    expect(shape(merged)).toMatchObject({ M1: 'L2', M2: 'L3 L4 L1' });
    expect(merged.nodes.find(({ nodeId }) => nodeId === 'L1')?.content).toMatchObject({
      node: { title: 'mới' },
    });
  });

  it('2. shows a lesson moved to two modules once, in its old place', () => {
    const merged = mergeTrees(TREE, put(TREE, L('L1', 'M2'), 'L4'), put(TREE, L('L1', 'M3')));
    expect(conflictsOf(merged)).toEqual(['L1 structure: placement']);
    expect(shape(merged)).toEqual({ '': 'root', root: 'M1 M2 M3', M1: 'L1 L2', M2: 'L3 L4' });
  });

  it('3. leaves two modules moved into each other where they were', () => {
    const merged = mergeTrees(TREE, put(TREE, L('M1', 'M2')), put(TREE, L('M2', 'M1')));
    expect(conflictsOf(merged)).toEqual(['M1 structure: cycle', 'M2 structure: cycle']);
    expect(shape(merged)).toMatchObject({ root: 'M1 M2 M3', M1: 'L1 L2', M2: 'L3 L4' });
  });

  it('4. keeps a deleted module in which a lesson was edited', () => {
    const merged = mergeTrees(TREE, without(TREE, 'M1'), changed(TREE, { id: 'L1', title: 'mới' }));
    expect(conflictsOf(merged)).toEqual(['L1 structure: existence', 'M1 structure: existence']);
    expect(shape(merged)).toMatchObject({ root: 'M1 M2 M3', M1: 'L1 L2' });
  });

  it('5. keeps a deleted module into which a lesson was put, and does as is decided', () => {
    const sides = [TREE, without(TREE, 'M1'), put(TREE, L('N', 'M1'), 'L2')] as const;
    const merged = mergeTrees(...sides);
    expect(conflictsOf(merged)).toEqual(['M1 structure: existence']);
    expect(shape(merged)).toMatchObject({ M1: 'L1 L2 N' });
    const [conflict] = merged.conflicts;
    const decide = (choice: 'ours' | 'theirs') =>
      mergeTrees(...sides, conflict ? [{ ...conflict, decision: { choice } }] : []);
    expect(shape(decide('theirs'))).toMatchObject({ root: 'M1 M2 M3', M1: 'L1 L2 N' });
    expect(shape(decide('ours'))).toEqual({ '': 'root', root: 'M2 M3', M2: 'L3 L4' });
  });

  it('6. restores a module deleted by both for a lesson that each moved elsewhere', () => {
    const merged = mergeTrees(
      TREE,
      without(put(TREE, L('L1', 'M2'), 'L4'), 'M1'),
      without(put(TREE, L('L1', 'M3')), 'M1'),
    );
    expect(conflictsOf(merged)).toEqual(['L1 structure: placement']);
    expect(shape(merged)).toMatchObject({ root: 'M1 M2 M3', M1: 'L1' });
    expect(merged.notes).toEqual([{ note: 'restored', id: 'M1', nodeId: 'M1' }]);
  });

  it('7. has no numbers in it, so that two renumberings cannot collide', () => {
    const merged = mergeTrees(TREE, put(TREE, L('N', 'M1')), put(TREE, L('L4', 'M2')));
    expect(conflictsOf(merged)).toEqual([]);
    expect(shape(merged)).toMatchObject({ M1: 'N L1 L2', M2: 'L4 L3' });
  });

  it('8. orders two lessons put into one gap alike in either order, with one note', () => {
    const [a, b] = [put(TREE, L('N1', 'M1'), 'L1'), put(TREE, L('N2', 'M1'), 'L1')];
    const [one, two] = [mergeTrees(TREE, a, b), mergeTrees(TREE, b, a)];
    expect(shape(one)).toMatchObject({ M1: 'L1 N1 N2 L2' });
    expect(two.nodes.map(({ nodeId }) => nodeId)).toEqual(one.nodes.map(({ nodeId }) => nodeId));
    expect(one.conflicts).toEqual([]);
    expect(one.notes).toEqual([{ note: 'shared_gap', id: 'N1', nodeId: 'N1' }]);
  });

  it('9. keeps a new lesson before one that both sides moved there', () => {
    const moved = put(TREE, L('L1', 'M2'), 'L3');
    const withNew = put(moved, L('N', 'M2'), 'L3');
    for (const merged of [mergeTrees(TREE, moved, withNew), mergeTrees(TREE, withNew, moved)]) {
      expect(conflictsOf(merged)).toEqual([]);
      expect(shape(merged)).toMatchObject({ M2: 'L3 N L1 L4' });
    }
  });

  it('10. lets a new lesson follow its left neighbour into a new order', () => {
    const five = [...TREE, L('L5', 'M1'), L('L6', 'M1'), L('L7', 'M1')];
    const turned = ['L7', 'L6', 'L5', 'L2', 'L1'].reduceRight<TestTree>(
      (tree, id) => put(tree, L(id, 'M1')),
      five,
    );
    const merged = mergeTrees(five, turned, put(five, L('N', 'M1'), 'L5'));
    expect(conflictsOf(merged)).toEqual([]);
    expect(shape(merged)).toMatchObject({ M1: 'L7 L6 L5 N L2 L1' });
  });

  it('12. takes what both did alike once', () => {
    const same = changed(TREE, { id: 'L1', title: 'mới' });
    const merged = mergeTrees(TREE, same, same);
    expect(merged.conflicts).toEqual([]);
    expect(merged.nodes.find(({ nodeId }) => nodeId === 'L1')?.content.from).toBe('ours');
  });

  it('12. picks none of two that were brought in under one id', () => {
    const gone = without(TREE, 'L1');
    const lesson = (...lines: string[]) => put(gone, { id: 'L1', in: 'M1', text: text(...lines) });
    const merged = mergeTrees(
      gone,
      lesson('Ghi sổ.', 'Trả lời.'),
      lesson('Ghi sổ.', 'Trả lời ngay.'),
    );
    expect(conflictsOf(merged)).toEqual(['L1 block p2: text']);
    expect(shape(merged)).toMatchObject({ M1: 'L1 L2' });
    const joined = mergeTrees(gone, lesson('Ghi sổ.'), lesson('Ghi sổ.', 'Trả lời.'));
    expect(joined.conflicts).toEqual([]);
    expect(textOf(joined, 'L1')).toContain('Trả lời.');
    const question = (stem: string) =>
      put(gone, { id: 'L1', in: 'M1', kind: 'question', meta: { stem } });
    const asked = mergeTrees(gone, question('Khi nào?'), question('Bao giờ?'));
    expect(asked.conflicts).toMatchObject([{ id: 'L1 question', base: null }]);
  });

  it('18. never mixes a question out of two', () => {
    const question = { id: 'L1', kind: 'question' as const };
    const base = changed(TREE, { ...question, meta: { stem: 'Khi nào?', feedback: '' } });
    const merged = mergeTrees(
      base,
      changed(base, { id: 'L1', meta: { stem: 'Bao giờ?', feedback: '' } }),
      changed(base, { id: 'L1', meta: { stem: 'Khi nào?', feedback: 'Xem bài.' } }),
    );
    expect(conflictsOf(merged)).toEqual(['L1 question']);
    expect(merged.nodes.find(({ nodeId }) => nodeId === 'L1')?.content.from).toBe('base');
  });

  it('22. uses yesterday’s decision only for the same three texts', () => {
    const [ours, theirs] = [
      changed(TREE, { id: 'L1', title: 'một' }),
      changed(TREE, { id: 'L1', title: 'hai' }),
    ];
    const [conflict] = mergeTrees(TREE, ours, theirs).conflicts;
    const decisions = conflict ? [{ ...conflict, decision: { choice: 'theirs' as const } }] : [];
    const today = mergeTrees(TREE, ours, theirs, decisions);
    expect(today.conflicts).toEqual([]);
    expect(today.nodes.find(({ nodeId }) => nodeId === 'L1')?.content).toMatchObject({
      title: 'hai',
    });
    const moved = changed(TREE, { id: 'L1', title: 'ba' });
    expect(conflictsOf(mergeTrees(TREE, moved, theirs, decisions))).toEqual(['L1 field title']);
  });

  it('25. keeps settings that the merge knows nothing of', () => {
    const base = changed(TREE, { id: 'L1', meta: { known: 1, odd: { deep: 'a' } } });
    const merged = mergeTrees(
      base,
      changed(base, { id: 'L1', meta: { known: 2, odd: { deep: 'a' } } }),
      changed(base, { id: 'L1', meta: { known: 1, odd: { deep: 'b' }, newer: [1] } }),
    );
    expect(merged.conflicts).toEqual([]);
    expect(merged.nodes.find(({ nodeId }) => nodeId === 'L1')?.content).toMatchObject({
      meta: { known: 2, odd: { deep: 'b' }, newer: [1] },
    });
  });

  it('26. merges over many steps as step by step', () => {
    const one = changed(TREE, { id: 'L1', title: 'một' });
    const two = put(one, L('N', 'M2'), 'L3');
    const head = changed(two, { id: 'L3', title: 'ba' });
    const request = put(TREE, L('L2', 'M2'), 'L4');
    const rows = (tree: typeof TREE, merged: NodesMerge) =>
      merged.nodes.map(({ nodeId, parentId, content }) => ({
        id: nodeId,
        in: parentId,
        title: content.from === 'merged' ? content.title : content.node.title,
      }));
    const direct = mergeTrees(TREE, head, request);
    let [base, current] = [TREE, request];
    for (const step of [one, two, head]) {
      const next = rows(step, mergeTrees(base, step, current));
      [base, current] = [step, next];
    }
    expect(direct.conflicts).toEqual([]);
    expect(shape({ nodes: mergeTrees(base, base, current).nodes })).toEqual(shape(direct));
  });
});

const line = (id: string, words: string): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: words }],
});
const doc = (...content: readonly RichNode[]): RichNode => ({ type: 'doc', content });
const mergeDocs = (base: RichNode, ours: RichNode, theirs: RichNode) =>
  mergeDocuments(base, ours, theirs, { hash: sha256 });

describe('the hard cases of texts', () => {
  it('11. takes a list out whose two entries went one by one', () => {
    const entry = (id: string): RichNode => ({
      type: 'listItem',
      attrs: { id },
      content: [line(`${id}p`, id)],
    });
    const list = (...items: readonly RichNode[]): RichNode => ({
      type: 'bulletList',
      attrs: { id: 'l' },
      content: items,
    });
    const merged = mergeDocs(
      doc(line('p', 'a'), list(entry('i1'), entry('i2'))),
      doc(line('p', 'a'), list(entry('i2'))),
      doc(line('p', 'a'), list(entry('i1'))),
    );
    expect(merged).toMatchObject({
      document: doc(line('p', 'a')),
      conflicts: [],
      notes: [{ note: 'emptied', id: 'l' }],
    });
  });

  it('13. holds the old word where two new ones collide', () => {
    const merged = mergeTrees(
      written,
      changed(written, { id: 'L1', text: text('Trả lời trong ba ngày làm việc.', 'Ghi sổ.') }),
      changed(written, { id: 'L1', text: text('Trả lời trong mười ngày làm việc.', 'Ghi sổ.') }),
    );
    expect(conflictsOf(merged)).toEqual(['L1 block p1: text']);
    expect(textOf(merged, 'L1')).toBe('Trả lời trong năm ngày làm việc.\nGhi sổ.');
  });

  it('13b. holds the line where both put words into one gap', () => {
    const merged = mergeDocs(
      doc(line('p', 'Ghi sổ ngay')),
      doc(line('p', 'Ghi rõ sổ ngay')),
      doc(line('p', 'Ghi đủ sổ ngay')),
    );
    expect(merged.conflicts).toMatchObject([{ id: 'p', layers: ['text'] }]);
    expect(plainText(merged.document)).toBe('Ghi sổ ngay');
  });

  it('14. takes different words of one paragraph from both', () => {
    const merged = mergeTrees(
      written,
      changed(written, {
        id: 'L1',
        text: text('Phải trả lời trong năm ngày làm việc.', 'Ghi sổ.'),
      }),
      changed(written, {
        id: 'L1',
        text: text('Trả lời trong năm ngày làm việc liên tục.', 'Ghi sổ ngay.'),
      }),
    );
    expect(merged.conflicts).toEqual([]);
    expect(textOf(merged, 'L1')).toBe(
      'Phải trả lời trong năm ngày làm việc liên tục.\nGhi sổ ngay.',
    );
  });

  it('15. takes bold from one and new words beside it from the other', () => {
    const base = doc(line('p', 'Nộp trong năm ngày'));
    const bold = doc({
      ...line('p', ''),
      content: [
        { type: 'text', text: 'Nộp ' },
        { type: 'text', text: 'trong', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' năm ngày' },
      ],
    });
    const reworded = doc(line('p', 'Nộp trong mười ngày'));
    for (const merged of [mergeDocs(base, bold, reworded), mergeDocs(base, reworded, bold)]) {
      expect(merged.conflicts).toEqual([]);
      expect(merged.document.content?.[0]?.content).toEqual([
        { type: 'text', text: 'Nộp ' },
        { type: 'text', text: 'trong', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' mười ngày' },
      ]);
    }
  });

  it('16. has the tail of a split paragraph once, whoever edits it', () => {
    const base = doc(line('p', 'Nhận hồ sơ. Ghi sổ trong ngày.'), line('z', 'Hết.'));
    const split = doc(line('p', 'Nhận hồ sơ.'), line('q', 'Ghi sổ trong ngày.'), line('z', 'Hết.'));
    const edited = doc(line('p', 'Nhận hồ sơ. Ghi sổ trong tuần.'), line('z', 'Hết.'));
    const merged = mergeDocs(base, split, edited);
    expect(merged.conflicts).toMatchObject([
      { id: 'p', ours: [{ attrs: { id: 'p' } }, { attrs: { id: 'q' } }] },
    ]);
    expect(plainText(merged.document)).toBe('Nhận hồ sơ. Ghi sổ trong ngày.\nHết.');
    const decide = (choice: 'ours' | 'theirs') =>
      mergeDocuments(base, split, edited, {
        hash: sha256,
        resolutions: merged.conflicts.map(({ id, triple }) => ({
          id,
          triple,
          decision: { choice },
        })),
      });
    expect(plainText(decide('ours').document)).toBe('Nhận hồ sơ.\nGhi sổ trong ngày.\nHết.');
    expect(plainText(decide('theirs').document)).toBe('Nhận hồ sơ. Ghi sổ trong tuần.\nHết.');
    const head = doc(line('p', 'Nhận đủ hồ sơ. Ghi sổ trong ngày.'), line('z', 'Hết.'));
    expect(plainText(mergeDocs(base, split, head).document)).toBe(
      'Nhận đủ hồ sơ.\nGhi sổ trong ngày.\nHết.',
    );
  });

  it('16b. has the words of a joined paragraph once, when they were edited', () => {
    const base = doc(line('p', 'Nhận hồ sơ.'), line('q', 'Ghi sổ trong ngày.'));
    const merged = mergeDocs(
      base,
      doc(line('p', 'Nhận hồ sơ. Ghi sổ trong ngày.')),
      doc(line('p', 'Nhận hồ sơ.'), line('q', 'Ghi sổ trong tuần.')),
    );
    expect(merged.conflicts.map(({ id }) => id).sort()).toEqual(['p', 'q']);
    expect(plainText(merged.document)).toBe('Nhận hồ sơ.\nGhi sổ trong ngày.');
  });

  it('17. never makes a table out of two', () => {
    const cell = (id: string): RichNode => ({
      type: 'tableCell',
      attrs: { id },
      content: [line(`${id}p`, id)],
    });
    const row = (id: string, ...cells: readonly RichNode[]): RichNode => ({
      type: 'tableRow',
      attrs: { id },
      content: cells,
    });
    const table = (...rows: readonly RichNode[]): RichNode => ({
      type: 'table',
      attrs: { id: 't' },
      content: rows,
    });
    const base = doc(table(row('r1', cell('a'), cell('b'))));
    const merged = mergeDocs(
      base,
      doc(table(row('r1', cell('a'), cell('b'), cell('c')))),
      doc(table(row('r1', cell('a'), cell('b')), row('r2', cell('d'), cell('e')))),
    );
    expect(merged.conflicts).toMatchObject([{ id: 't', layers: ['strict'] }]);
    expect(merged.document).toEqual(base);
  });

  it('keeps both texts in the order asked for, or words of one’s own', () => {
    const base = doc(line('p', 'năm ngày'), line('z', 'Hết.'));
    const [ours, theirs] = [
      doc(line('p', 'ba ngày'), line('z', 'Hết.')),
      doc(line('p', 'mười ngày'), line('z', 'Hết.')),
    ];
    const [conflict] = mergeDocs(base, ours, theirs).conflicts;
    const triple = conflict?.triple ?? { base: '', ours: '', theirs: '' };
    const decide = (decision: Choice<readonly RichNode[]>) =>
      plainText(
        mergeDocuments(base, ours, theirs, {
          hash: sha256,
          resolutions: [{ id: 'p', triple, decision }],
        }).document,
      );
    expect(decide({ choice: 'both', first: 'theirs' })).toBe('mười ngày\nba ngày\nHết.');
    expect(decide({ choice: 'written', written: [line('p', 'bảy ngày')] })).toBe('bảy ngày\nHết.');
  });

  it('holds the block at which the result would be no lesson any more', () => {
    const list = (start: number, words: string): RichNode => ({
      type: 'orderedList',
      attrs: { id: 'l', start },
      content: [{ type: 'listItem', attrs: { id: 'i' }, content: [line('ip', words)] }],
    });
    const merged = mergeDocuments(doc(list(1, 'a b')), doc(list(2, 'a b')), doc(list(1, 'a c')), {
      hash: sha256,
      isSound: (document) => !JSON.stringify(document).includes('"start":2'),
    });
    expect(merged.conflicts).toMatchObject([{ id: 'l', layers: ['schema'] }]);
    expect(merged.document).toEqual(doc(list(1, 'a b')));
  });
});
