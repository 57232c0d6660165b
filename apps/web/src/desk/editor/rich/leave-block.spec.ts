import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { presetExtensions } from '@cam-nang/content/editor';
import { leaveBlock } from './leave-block.js';

const schema = getSchema(presetExtensions('lesson'));
const line = (text: string) =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);
const block = (type: string, ...lines: readonly string[]) =>
  schema.node(type, null, lines.map(line));

/** The text after Enter with the cursor at the end of the given line of the first block. */
function entered(first: DocumentNode, lineNo: number): string | undefined {
  const doc = schema.node('doc', null, [first, line('sau')]);
  let at = 0;
  first.forEach((child, offset, index) => {
    if (index === lineNo) at = offset + child.nodeSize;
  });
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, at) });
  let after: string | undefined;
  leaveBlock(state, (tr) => {
    const typed = tr.insertText('|');
    after = typed.doc.toString();
  });
  return after;
}

describe('Enter at the end of a block', () => {
  it.each(['case', 'form', 'legal', 'warning', 'qa', 'contact'])('leaves a %s', (type) => {
    expect(entered(block(type, 'một', ''), 1)).toBe(
      `doc(${type}(paragraph("một")), paragraph("|"), paragraph("sau"))`,
    );
  });

  it('stays where there is text, where it is not the last line, and where it is the only one', () => {
    expect(entered(block('case', 'một', 'hai'), 1)).toBeUndefined();
    expect(entered(block('case', '', 'hai'), 0)).toBeUndefined();
    expect(entered(block('case', ''), 0)).toBeUndefined();
    expect(entered(block('blockquote', 'một', ''), 1)).toBeUndefined();
  });
});
