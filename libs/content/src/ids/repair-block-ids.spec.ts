import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { plainText, type RichNode } from '@cam-nang/domain';

import type { DraftDocument, RichDocument } from '../document/document-types.js';
import { walkBlocks } from '../document/walk.js';
import { derivedIds } from './derived-ids.js';
import { repairBlockIds } from './repair-block-ids.js';

function counter(prefix = 'n'): () => string {
  let next = 0;
  return () => `${prefix}${++next}`;
}

function block(type: string, id: string | null, ...content: readonly RichNode[]): RichNode {
  return { type, ...(id !== null && { attrs: { id } }), ...(content.length > 0 && { content }) };
}

function p(id: string | null, text = ''): RichNode {
  return block('paragraph', id, ...(text === '' ? [] : [{ type: 'text', text }]));
}

function doc(...content: readonly RichNode[]): DraftDocument {
  return { type: 'doc', content };
}

function saved(...content: readonly RichNode[]): RichDocument {
  return repairBlockIds(doc(...content), { newId: counter('b') });
}

function idsOf(document: RichNode): readonly unknown[] {
  return [...walkBlocks(document)].map((node) => node.attrs?.['id']);
}

function withoutIds(node: RichNode): RichNode {
  const { attrs: { id: _id, ...attrs } = {}, content, ...rest } = node;
  return {
    ...rest,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content && { content: content.map(withoutIds) }),
  };
}

const LAND = 'Hòa giải tranh chấp đất đai trong thời hạn 45 ngày';
const FOREST = 'Kiểm tra ranh giới rừng cùng kiểm lâm địa bàn';
const ROAD = 'Dân bàn mức đóng góp làm đường bản Nà Phay';

describe('repair of block ids', () => {
  it('keeps good ids and fills missing ones', () => {
    const repaired = repairBlockIds(doc(p('a', LAND), p(null, ROAD)), { newId: counter() });
    expect(idsOf(repaired)).toEqual(['a', 'n1']);
  });

  it('replaces ids that cannot be ids', () => {
    const repaired = repairBlockIds(doc(p('"><b>', LAND), p('', ROAD)), { newId: counter() });
    expect(idsOf(repaired)).toEqual(['n1', 'n2']);
  });

  it('leaves the id with the text when a paragraph is split at its start', () => {
    const base = saved(p('a', LAND));
    const split = doc(p('a'), p(null, LAND));
    expect(idsOf(repairBlockIds(split, { base, newId: counter() }))).toEqual(['n1', 'a']);
  });

  it('gives the copy of a paragraph a new id, wherever it is pasted', () => {
    const base = saved(p('a', LAND), p('b', ROAD));
    const pasted = doc(p('a', `${LAND} và báo cáo`), p('b', ROAD), p('a', 'Khác hẳn'));
    expect(idsOf(repairBlockIds(pasted, { base, newId: counter() }))).toEqual(['a', 'b', 'n1']);
  });

  it('finds ids again after a paste that lost them all, moved and reworded', () => {
    const base = saved(p('a', LAND), p('b', ROAD), p('c', FOREST));
    const pasted = doc(p(null, FOREST), p(null, LAND.replace('45', '30')), p(null, 'Mới'));
    expect(idsOf(repairBlockIds(pasted, { base, newId: counter() }))).toEqual(['c', 'a', 'n1']);
  });

  it('never gives a new block the id of a deleted one', () => {
    const base = saved(p('n1', LAND), p('b', ROAD));
    const repaired = repairBlockIds(doc(p(null, 'Mới tinh'), p('b', ROAD)), {
      base,
      newId: counter(),
    });
    expect(idsOf(repaired)).toEqual(['n2', 'b']);
  });

  it('follows cells by their row, not by their words', () => {
    const row = (id: string | null, ...texts: readonly string[]) =>
      block('tableRow', id, ...texts.map((text) => block('tableCell', null, p(null, text))));
    const base = saved(
      block(
        'table',
        null,
        row(null, 'Tháng 5', '15/4', '14/5'),
        row(null, 'Quý I', '15/12', '15/3'),
      ),
    );
    const edited = doc(
      block(
        'table',
        null,
        row(null, 'Quý I', '15/12', '14/3'),
        row(null, 'Tháng 5', '15/4', '14/5'),
      ),
    );
    const [table, first, ...rest] = idsOf(base);
    const firstRow = [first, ...rest.slice(0, 6)];
    const secondRow = rest.slice(6);
    expect(idsOf(repairBlockIds(edited, { base, newId: counter() }))).toEqual([
      table,
      ...secondRow,
      ...firstRow,
    ]);
  });

  it('stops when the id maker has nothing new', () => {
    expect(() => repairBlockIds(doc(p('a'), p(null)), { newId: () => 'a' })).toThrow(/unused/);
  });
});

describe('ids derived from a lesson', () => {
  const text = doc(
    p(null, LAND),
    p(null, LAND),
    block('bulletList', null, block('listItem', null, p(null, ROAD))),
  );

  it('go on past hundreds of blocks that say the same, as cells of a table do', () => {
    const cells = (count: number) => doc(...Array.from({ length: count }, () => p(null, '–')));
    const first = repairBlockIds(cells(300), { newId: derivedIds('bai-1') });
    const more = repairBlockIds(cells(700), { newId: derivedIds('bai-1'), base: first });
    expect(new Set(idsOf(more)).size).toBe(700);
    expect(idsOf(more).slice(0, 300)).toEqual(idsOf(first));
  });

  it('are the same at every load and differ between lessons', () => {
    const load = (lesson: string) => idsOf(repairBlockIds(text, { newId: derivedIds(lesson) }));
    expect(load('cd01-01')).toEqual(load('cd01-01'));
    expect(new Set([...load('cd01-01'), ...load('cd01-02')]).size).toBe(10);
  });
});

/** Few words, few ids: blocks that look alike are where repair can go wrong. */
const words = fc.constantFrom('', LAND, ROAD, FOREST, `${LAND} thêm`, 'Có', 'Không', 'Báo cáo');
const someId = fc.constantFrom<string | null>(null, null, 'a', 'b', 'c', 'd', 'b1', 'b2', 'b3');
const paragraphs = fc.tuple(someId, words).map(([id, text]) => p(id, text));
const items = fc
  .tuple(someId, paragraphs)
  .map(([id, paragraph]) => block('listItem', id, paragraph));
const lists = fc
  .tuple(someId, fc.array(items, { minLength: 1, maxLength: 3 }))
  .map(([id, content]) => block('bulletList', id, ...content));
const rows = fc
  .tuple(someId, fc.array(fc.tuple(someId, paragraphs), { minLength: 2, maxLength: 2 }))
  .map(([id, cells]) =>
    block('tableRow', id, ...cells.map(([cell, text]) => block('tableCell', cell, text))),
  );
const tables = fc
  .tuple(someId, fc.array(rows, { minLength: 1, maxLength: 3 }))
  .map(([id, content]) => block('table', id, ...content));
const documents = fc
  .array(fc.oneof(paragraphs, paragraphs, lists, tables), { maxLength: 8 })
  .map((content) => doc(...content));
const bases = documents.map((document) => repairBlockIds(document, { newId: counter('b') }));

describe('for any document and base, repair', () => {
  const runs = { numRuns: 400 };

  it('makes ids complete and unique and changes nothing else', () => {
    fc.assert(
      fc.property(documents, bases, (document, base) => {
        const repaired = repairBlockIds(document, { base, newId: counter() });
        const ids = idsOf(repaired);
        expect(ids.every((id) => typeof id === 'string')).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
        expect(withoutIds(repaired)).toEqual(withoutIds(document));
      }),
      runs,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(documents, bases, (document, base) => {
        const once = repairBlockIds(document, { base, newId: counter() });
        const twice = repairBlockIds(once, { base, newId: counter('x') });
        expect(twice).toEqual(once);
      }),
      runs,
    );
  });

  it('leaves the base itself alone', () => {
    fc.assert(
      fc.property(bases, (base) => {
        expect(repairBlockIds(base, { base, newId: counter('x') })).toEqual(base);
      }),
      runs,
    );
  });

  it('finds every id again in a document that lost them but not its words', () => {
    fc.assert(
      fc.property(bases, (base) => {
        const lost = withoutIds(base) as DraftDocument;
        expect(repairBlockIds(lost, { base, newId: counter('x') })).toEqual(base);
      }),
      runs,
    );
  });

  it('gives the id of the base to a distinctive text that is in both once', () => {
    fc.assert(
      fc.property(bases, documents, (base, document) => {
        const repaired = repairBlockIds(document, { base, newId: counter() });
        const topLand = (node: RichNode) =>
          [...walkBlocks(node)].filter((b) => b.type === 'paragraph' && plainText(b) === LAND);
        const [was, is] = [topLand(base), topLand(repaired)];
        const top = (node: RichNode, list: readonly RichNode[]) =>
          list.length === 1 && node.content?.includes(list[0] as RichNode);
        if (top(base, was) && top(repaired, is)) {
          expect(is[0]?.attrs?.['id']).toBe(was[0]?.attrs?.['id']);
        }
      }),
      runs,
    );
  });
});

describe('a hostile document', () => {
  const many = (text: (index: number) => string) =>
    doc(...Array.from({ length: 6000 }, (_, index) => p(null, text(index))));

  it.each([
    ['six thousand equal paragraphs', () => 'Có', () => 'Có'],
    ['six thousand similar ones', (i: number) => `${LAND} a${i}`, (i: number) => `${LAND} b${i}`],
  ])('of %s is repaired in seconds', (_name, before, after) => {
    const base = repairBlockIds(many(before), { newId: counter('b') });
    const started = performance.now();
    repairBlockIds(many(after), { base, newId: counter() });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
