import fc from 'fast-check';

import type { RichMark, RichNode } from '../rich-node.js';

/** Vietnamese words that repeat often enough for matching to be put to the test. */
const WORDS = ['xã', 'hộ', 'đơn', 'hoà', 'ủy', 'ban', 'năm', 'ngày', 'giải', 'quyết', '30', 'ký'];

const word = fc.constantFrom(...WORDS);
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '; ');

/** A line of words, with at least one. */
export const sentence: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 })
  .map((pairs) =>
    pairs
      .map(([text, space]) => text + space)
      .join('')
      .trimEnd(),
  );

const mark: fc.Arbitrary<RichMark> = fc.oneof(
  fc.constant({ type: 'bold' }),
  fc.constant({ type: 'italic' }),
  fc.constant({ type: 'link', attrs: { href: 'https://example.vn/' } }),
);

const run: fc.Arbitrary<RichNode> = fc
  .tuple(sentence, fc.uniqueArray(mark, { maxLength: 2, selector: (m) => m.type }))
  .map(([text, marks]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) }));

const line: fc.Arbitrary<readonly RichNode[]> = fc.array(
  fc.oneof(
    { arbitrary: run, weight: 6 },
    { arbitrary: fc.constant({ type: 'hardBreak' }), weight: 1 },
  ),
  { maxLength: 4 },
);

interface BareBlock {
  readonly type: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly content: readonly (BareBlock | RichNode)[];
}

const leaf: fc.Arbitrary<BareBlock> = fc.oneof(
  line.map((content) => ({ type: 'paragraph', attrs: {}, content })),
  fc.tuple(fc.integer({ min: 2, max: 4 }), line).map(([level, content]) => ({
    type: 'heading',
    attrs: { level },
    content,
  })),
);

const list: fc.Arbitrary<BareBlock> = fc
  .array(leaf, { minLength: 1, maxLength: 4 })
  .map((items) => ({
    type: 'bulletList',
    attrs: {},
    content: items.map((item) => ({ type: 'listItem', attrs: {}, content: [item] })),
  }));

const legal: fc.Arbitrary<BareBlock> = fc
  .tuple(fc.constantFrom('Điều 15', 'Điều 16'), fc.array(leaf, { minLength: 1, maxLength: 2 }))
  .map(([article, content]) => ({ type: 'legal', attrs: { article }, content }));

const table: fc.Arbitrary<BareBlock> = fc
  .array(fc.array(leaf, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .map((rows) => ({
    type: 'table',
    attrs: {},
    content: rows.map((cells) => ({
      type: 'tableRow',
      attrs: {},
      content: cells.map((cell) => ({ type: 'tableCell', attrs: {}, content: [cell] })),
    })),
  }));

const block: fc.Arbitrary<BareBlock> = fc.oneof(
  { arbitrary: leaf, weight: 6 },
  { arbitrary: list, weight: 2 },
  { arbitrary: legal, weight: 1 },
  { arbitrary: table, weight: 1 },
);

/** A document whose blocks carry the ids `p1`, `p2`, … in reading order, with a prefix of choice. */
export function documentArbitrary(prefix = 'p', maxBlocks = 6): fc.Arbitrary<RichNode> {
  return fc.array(block, { maxLength: maxBlocks }).map((blocks) => {
    let count = 0;
    const identify = (node: BareBlock | RichNode): RichNode => {
      if (node.type === 'text' || node.type === 'hardBreak') return node as RichNode;
      const attrs = { ...node.attrs, id: `${prefix}${++count}` };
      const content = (node.content ?? []).map(identify);
      return { type: node.type, attrs, ...(content.length > 0 && { content }) };
    };
    return { type: 'doc', content: blocks.map(identify) };
  });
}
