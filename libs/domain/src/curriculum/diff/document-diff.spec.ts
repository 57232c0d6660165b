import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DomainError } from '../../shared/domain-error.js';
import { canonicalDocument } from '../canon/canonical-document.js';
import type { RichNode } from '../rich-node.js';
import { documentArbitrary } from '../testing/document-arbitrary.js';
import { edited, editsArbitrary } from '../testing/edit-programme.js';
import type { BlockDiff } from './document-diff-model.js';
import { diffDocuments } from './document-diff.js';
import { applyDocumentDiff, documentAfter, documentBefore } from './document-sides.js';

const text = (value: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const block = (type: string, id: string | null, ...content: RichNode[]): RichNode => ({
  type,
  ...(id !== null && { attrs: { id } }),
  content,
});
const p = (id: string | null, ...content: (string | RichNode)[]): RichNode =>
  block('paragraph', id, ...content.map((run) => (typeof run === 'string' ? text(run) : run)));
const doc = (...content: RichNode[]): RichNode => ({ type: 'doc', content });

const withoutIds = (node: RichNode): RichNode => {
  const { id: _id, ...attrs } = node.attrs ?? {};
  return { ...node, attrs, ...(node.content && { content: node.content.map(withoutIds) }) };
};

const all = (diff: BlockDiff): readonly BlockDiff[] => [diff, ...diff.children.flatMap(all)];

const NOTHING = {
  words: { inserted: 0, deleted: 0 },
  added: 0,
  removed: 0,
  moved: 0,
  changed: 0,
  formatted: 0,
};

describe('two documents compared', () => {
  it('differ in nothing when they are the same', () => {
    fc.assert(
      fc.property(documentArbitrary(), (a) => {
        for (const same of [a, withoutIds(a)]) {
          const diff = diffDocuments(same, same);
          expect(diff.empty).toBe(true);
          expect(diff.counts).toEqual(NOTHING);
          expect(all(diff.root).every(({ status, moved }) => status === 'same' && !moved)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('give the new document when applied to the old one', () => {
    fc.assert(
      fc.property(documentArbitrary(), editsArbitrary, (a, edits) => {
        const b = edited(a, edits);
        const diff = diffDocuments(a, b);
        expect(applyDocumentDiff(diff, a)).toEqual(canonicalDocument(b));
        expect(documentBefore(diff)).toEqual(canonicalDocument(a));
        expect(diff.empty).toBe(
          JSON.stringify(documentAfter(diff)) === JSON.stringify(documentBefore(diff)),
        );
      }),
    );
  });

  it('give both documents back even when they share no history or no ids', () => {
    fc.assert(
      fc.property(
        documentArbitrary('p', 5),
        documentArbitrary('p', 5),
        fc.boolean(),
        (a, b, bare) => {
          const [x, y] = bare ? [withoutIds(a), withoutIds(b)] : [a, b];
          const diff = diffDocuments(x, y);
          expect(documentBefore(diff)).toEqual(canonicalDocument(x));
          expect(documentAfter(diff)).toEqual(canonicalDocument(y));
        },
      ),
    );
  });

  it('show a moved block as one move and nothing else', () => {
    const nat = fc.nat(7);
    fc.assert(
      fc.property(documentArbitrary(), nat, nat, (a, from, to) => {
        const blocks = [...(a.content ?? [])];
        fc.pre(blocks.length > 1);
        const moving = blocks.splice(from % blocks.length, 1);
        blocks.splice(to % (blocks.length + 1), 0, ...moving);
        const stayed = JSON.stringify(blocks) === JSON.stringify(a.content);
        const { counts } = diffDocuments(a, { ...a, content: blocks });
        expect(counts).toEqual({ ...NOTHING, moved: stayed ? 0 : 1 });
      }),
    );
  });

  it('find no rewording when only ids were lost', () => {
    fc.assert(
      fc.property(documentArbitrary(), (a) => {
        const { counts } = diffDocuments(a, withoutIds(a));
        expect(counts.words).toEqual({ inserted: 0, deleted: 0 });
        expect(counts.added + counts.removed).toBe(0);
      }),
    );
  });

  it('are refused for applying to a third', () => {
    const diff = diffDocuments(doc(p('a', 'một')), doc(p('a', 'hai')));
    expect(() => applyDocumentDiff(diff, doc(p('a', 'ba')))).toThrow(DomainError);
  });
});

describe('a line compared', () => {
  it('keeps formatting apart from words', () => {
    const before = doc(p('a', 'Báo cáo ', text('người có thẩm quyền', 'bold'), ' trong ngày.'));
    const after = doc(
      p('a', 'Báo cáo người có ', text('thẩm', 'italic'), ' quyền trong mười ngày.'),
    );
    const diff = diffDocuments(before, after);
    const [line] = diff.root.children;
    expect(line?.inline).toEqual([
      { op: 'same', text: 'Báo cáo ', marks: [] },
      { op: 'format', text: 'người có ', marks: [], marksBefore: [{ type: 'bold' }] },
      { op: 'format', text: 'thẩm', marks: [{ type: 'italic' }], marksBefore: [{ type: 'bold' }] },
      { op: 'format', text: ' quyền', marks: [], marksBefore: [{ type: 'bold' }] },
      { op: 'same', text: ' trong ', marks: [] },
      { op: 'insert', text: 'mười ', marks: [] },
      { op: 'same', text: 'ngày.', marks: [] },
    ]);
    expect(diff.counts).toEqual({ ...NOTHING, changed: 1, words: { inserted: 1, deleted: 0 } });
  });

  it('counts a change of formatting alone as that', () => {
    const diff = diffDocuments(doc(p('a', 'không')), doc(p('a', text('không', 'bold'))));
    expect(diff.counts).toEqual({ ...NOTHING, formatted: 1 });
    expect(diff.empty).toBe(false);
  });

  it('compares words across runs', () => {
    const before = doc(p('a', 'thẩm', text('quyền', 'bold'), ' của xã'));
    const diff = diffDocuments(before, doc(p('a', 'thẩmquyền của tỉnh')));
    expect(diff.root.children[0]?.inline).toEqual([
      { op: 'same', text: 'thẩm', marks: [] },
      { op: 'format', text: 'quyền', marks: [], marksBefore: [{ type: 'bold' }] },
      { op: 'same', text: ' của ', marks: [] },
      { op: 'delete', text: 'xã', marks: [] },
      { op: 'insert', text: 'tỉnh', marks: [] },
    ]);
  });

  it('shows a line break that went', () => {
    const diff = diffDocuments(
      doc(p('a', 'xã', { type: 'hardBreak' }, ', tỉnh')),
      doc(p('a', 'xã, tỉnh')),
    );
    expect(diff.root.children[0]?.inline).toEqual([
      { op: 'same', text: 'xã', marks: [] },
      { op: 'delete', text: '', marks: [], node: { type: 'hardBreak' } },
      { op: 'same', text: ', tỉnh', marks: [] },
    ]);
  });
});

describe('blocks compared', () => {
  const cell = (value: string): RichNode => block('tableCell', null, p(null, value));
  const row = (...values: string[]): RichNode => block('tableRow', null, ...values.map(cell));

  it('are one by their id whatever became of the words', () => {
    const diff = diffDocuments(doc(p('a', 'một hai')), doc(p('a', 'ba bốn')));
    expect(diff.counts).toEqual({ ...NOTHING, changed: 1, words: { inserted: 2, deleted: 2 } });
  });

  it('are one by similar words when ids were lost, and two when the words are others', () => {
    const old = p('a', 'Chủ tịch tiếp công dân định kỳ mỗi tuần một ngày');
    const near = p('x', 'Chủ tịch tiếp công dân định kỳ mỗi tháng hai ngày');
    const far = p('y', 'Hồ sơ nộp lưu chậm nhất sau mười hai tháng');
    const matched = diffDocuments(doc(old), doc(near));
    expect(matched.root.children[0]).toMatchObject({ id: 'x', idBefore: 'a', status: 'changed' });
    const other = diffDocuments(doc(old), doc(far));
    expect(other.root.children.map(({ status }) => status)).toEqual(['removed', 'added']);
  });

  it('stay one when only their type changes', () => {
    const diff = diffDocuments(
      doc(p('a', 'Các bước')),
      doc(block('heading', 'a', text('Các bước'))),
    );
    expect(diff.root.children).toHaveLength(1);
    expect(diff.root.children[0]).toMatchObject({ type: 'heading', typeBefore: 'paragraph' });
    expect(diff.counts).toEqual({ ...NOTHING, changed: 1 });
  });

  it('find the one figure that changed in a table without ids', () => {
    const table = (date: string) =>
      doc(block('table', 't', row('Kỳ', 'Hết ngày'), row('Quý I', date), row('Quý II', '14/6')));
    const diff = diffDocuments(table('15/3'), table('14/3'));
    expect(diff.counts).toEqual({ ...NOTHING, changed: 1, words: { inserted: 1, deleted: 1 } });
  });

  it('show removed ones where they stood, before what came in their place', () => {
    const before = doc(p('a', 'một'), p('b', 'hai'), p('c', 'ba'), p('d', 'bốn'));
    const after = doc(p('a', 'một'), p('x', 'mới'), p('d', 'bốn'), p('y', 'cuối'));
    const told = diffDocuments(before, after).root.children.map(({ id, status }) => [id, status]);
    expect(told).toEqual([
      ['a', 'same'],
      ['b', 'removed'],
      ['c', 'removed'],
      ['x', 'added'],
      ['d', 'same'],
      ['y', 'added'],
    ]);
  });

  it('say that a block went into a new container, and that the container is new', () => {
    const before = doc(p('a', 'một'), p('b', 'hai'));
    const after = doc(p('a', 'một'), block('warning', 'w', p('b', 'hai'), p('n', 'mới')));
    const diff = diffDocuments(before, after);
    expect(diff.counts).toMatchObject({ added: 1, removed: 0, moved: 1 });
    expect(diff.root.children[1]).toMatchObject({ id: 'w', status: 'added' });
    expect(diff.root.children[1]?.children[0]).toMatchObject({
      id: 'b',
      moved: true,
      from: [1],
      to: [1, 0],
    });
  });

  it('have moved when they went from one container to another, wherever in it', () => {
    const holding = (id: string, ...blocks: RichNode[]) => block('case', id, ...blocks);
    const before = doc(holding('x', p('a', 'một'), p('b', 'hai')), holding('y', p('c', 'ba')));
    const after = doc(holding('x', p('a', 'một')), holding('y', p('c', 'ba'), p('b', 'hai')));
    const diff = diffDocuments(before, after);
    expect(diff.counts).toEqual({ ...NOTHING, moved: 1 });
    expect(
      all(diff.root)
        .filter(({ moved }) => moved)
        .map(({ id }) => id),
    ).toEqual(['b']);
  });

  it('name the attribute that changed, count its words, and take layout for formatting', () => {
    const legal = (attrs: Readonly<Record<string, string>>) =>
      doc({ type: 'legal', attrs: { id: 'l', ...attrs }, content: [p('a', 'một')] });
    const article = diffDocuments(legal({ article: 'Điều 16' }), legal({ article: 'Điều 15' }));
    expect(article.root.children[0]?.attributeChanges).toEqual([
      { path: ['article'], before: 'Điều 16', after: 'Điều 15' },
    ]);
    expect(article.counts).toEqual({ ...NOTHING, changed: 1, words: { inserted: 1, deleted: 1 } });
    const aligned = diffDocuments(legal({}), legal({ textAlign: 'center' }));
    expect(aligned.counts).toEqual({ ...NOTHING, formatted: 1 });
  });

  it('of a long document without ids are compared within a blink', () => {
    const words = [
      'xã',
      'huyện',
      'tỉnh',
      'đơn',
      'hồ',
      'sơ',
      'ngày',
      'giải',
      'quyết',
      'thẩm',
      'quyền',
    ];
    const paragraph = (n: number, salt: number) =>
      p(
        null,
        Array.from({ length: 35 }, (_, i) => words[(n * 7 + i * i * (n + salt)) % 11]).join(' '),
      );
    const pages = (salt: number) =>
      doc(...Array.from({ length: 400 }, (_, n) => paragraph(n, n % 9 ? 0 : salt)));
    const start = performance.now();
    const diff = diffDocuments(pages(0), pages(1));
    expect(performance.now() - start).toBeLessThan(3000);
    expect(diff.counts.changed + diff.counts.added).toBeGreaterThan(10);
  });
});
