import { describe, expect, it } from '@jest/globals';
import { Editor, type JSONContent } from '@tiptap/core';
import { presetExtensions } from '@cam-nang/content/editor';
import { insertImage } from './insert-image.js';

const words = (text: string): JSONContent => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const image = (name: string) => ({ file: name, width: 3, height: 2, alt: name, caption: '' });

function outline(editor: Editor): readonly string[] {
  const names: string[] = [];
  editor.state.doc.forEach((node) => {
    const { alt } = node.attrs;
    names.push(node.type.name === 'image' ? String(alt) : node.textContent || node.type.name);
  });
  return names;
}

function writing(...content: readonly JSONContent[]): Editor {
  const document = { type: 'doc', content: [...content] };
  return new Editor({ element: null, extensions: presetExtensions('lesson'), content: document });
}

describe('pictures that come at once', () => {
  it('stand below each other where the cursor was, each of them', () => {
    const editor = writing(words('một'), words('hai'));
    editor.commands.setTextSelection(4);
    insertImage(editor, image('a'), undefined);
    insertImage(editor, image('b'), image('a'));
    insertImage(editor, image('c'), image('b'));
    expect(outline(editor).filter((name) => name !== 'paragraph')).toEqual([
      ...['một', 'a', 'b', 'c', 'hai'],
    ]);
  });

  it('stand below a table that the cursor is in, which stays whole', () => {
    const cell = (text: string) => ({ type: 'tableCell', content: [words(text)] });
    const row = { type: 'tableRow', content: [cell('x'), cell('y')] };
    const editor = writing(words('một'), { type: 'table', content: [row, row] }, words('hai'));
    editor.commands.setTextSelection(9);
    insertImage(editor, image('a'), undefined);
    insertImage(editor, image('b'), image('a'));
    expect(outline(editor)).toEqual(['một', 'xyxy', 'a', 'b', 'hai']);
  });
});
