import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { presetExtensions } from '@cam-nang/content/editor';
import fc from 'fast-check';
import { takeIn } from './take-in.js';

const schema = getSchema(presetExtensions('lesson'));
type Lines = readonly (readonly [id: string, text: string])[];

function doc(lines: Lines): DocumentNode {
  const blocks = lines.map(([id, text]) =>
    schema.node('paragraph', { id }, text === '' ? [] : [schema.text(text)]),
  );
  return schema.node('doc', null, blocks);
}

/** Where the cursor is after another text came in, as the words before it in its line. */
function cursorAfter(before: Lines, place: readonly [line: number, offset: number], after: Lines) {
  const state = EditorState.create({ doc: doc(before) });
  let at = 1;
  state.doc.forEach((_node, offset, index) => {
    if (index === place[0]) at = offset + 1 + place[1];
  });
  const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
  const next = placed.apply(takeIn(placed.tr, doc(after)));
  expect(next.doc.eq(doc(after))).toBe(true);
  const { $from } = next.selection;
  return $from.parent.textBetween(0, $from.parentOffset);
}

const WRITTEN: Lines = [
  ['a', 'Trả lời trong năm ngày.'],
  ['b', 'Ghi sổ trước khi trả lời.'],
  ['c', 'Ký tên.'],
];

describe('a text that comes into the editor', () => {
  it('leaves the cursor where it is when it changes other blocks, before and after', () => {
    const after: Lines = [
      ['n', 'Đoạn mới ở đầu.'],
      ['a', 'Trả lời trong ba ngày làm việc.'],
      ['b', 'Ghi sổ trước khi trả lời.'],
      ['m', 'Đoạn mới ở cuối.'],
    ];
    expect(cursorAfter(WRITTEN, [1, 6], after)).toBe('Ghi sổ');
  });

  it('keeps it at its words when the same line changes before it', () => {
    const after: Lines = [
      ['a', 'Phải trả lời trong năm ngày.'.replace('trả', 'Trả')],
      ...WRITTEN.slice(1),
    ];
    expect(cursorAfter(WRITTEN, [0, 17], after)).toBe('Phải Trả lời trong năm');
  });

  it('becomes exactly that text, whatever it is', () => {
    const lines = fc.uniqueArray(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.stringMatching(/^[ab ]{0,6}$/)),
      { selector: ([id]) => id, minLength: 1 },
    );
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const state = EditorState.create({ doc: doc(before) });
        const next = state.apply(takeIn(state.tr, doc(after)));
        expect(next.doc.toJSON()).toEqual(doc(after).toJSON());
      }),
    );
  });
});
