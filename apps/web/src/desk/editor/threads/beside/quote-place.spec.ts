import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { presetExtensions } from '@cam-nang/content/editor';
import { pickedInEditor } from './picked-in-editor.js';
import { inTextOrder, nearestPlace, placeInText } from './quote-place.js';

const schema = getSchema(presetExtensions('lesson'));
const bold = [schema.mark('bold')];
const line = (id: string | null, ...parts: readonly (string | 'BREAK')[]) =>
  schema.node(
    'paragraph',
    { id },
    parts.map((part, index) =>
      part === 'BREAK' ? schema.node('hardBreak') : schema.text(part, index % 2 === 1 ? bold : []),
    ),
  );
const doc = schema.node('doc', null, [
  line('a', 'Mời  người ', 'dân', ' ngồi. Hỏi người dân.'),
  schema.node('bulletList', { id: 'l' }, [
    schema.node('listItem', { id: 'i' }, [line('b', 'Ghi', 'BREAK', 'sổ')]),
  ]),
  schema.node('horizontalRule', { id: 'r' }),
  line(null, 'Mới gõ'),
]);

/** What stands at the place, or the kind of the block when it is one as a whole. */
function said(blockId: string, quote: string, start: number | null = null) {
  const place = placeInText(doc, { blockId, quote, start });
  if (place === null) return null;
  const { from, to, whole } = place;
  return whole ? `<${doc.nodeAt(from)?.type.name ?? ''}>` : doc.textBetween(from, to, '', '/');
}

describe('where in a text that is being written somebody speaks about', () => {
  it('is found over marks, breaks and white space that does not count', () => {
    expect(said('a', 'Mời người dân')).toBe('Mời  người dân');
    expect(said('b', 'Ghi sổ')).toBe('Ghi/sổ');
  });

  it('is the one of several such words that was meant', () => {
    const first = placeInText(doc, { blockId: 'a', quote: 'người dân', start: 4 });
    const second = placeInText(doc, { blockId: 'a', quote: 'người dân', start: 24 });
    expect([first?.from, second?.from]).toEqual([6, 26]);
    expect(placeInText(doc, { blockId: 'a', quote: 'người dân', start: 9 })).toEqual(first);
  });

  it('is the block where its words are other ones now, and nothing where the block is gone', () => {
    expect(said('a', 'cán bộ')).toBe('<paragraph>');
    expect(said('l', '')).toBe('<bulletList>');
    expect(said('z', 'người dân')).toBeNull();
  });
});

describe('notes about a text that is being written', () => {
  const names = ['b', 'z', 'a'];
  const ordered = (text: typeof doc) =>
    inTextOrder(text, names, (blockId) => ({ blockId, quote: '', start: null })).join(' ');

  it('stand in the order of its blocks, also when they are moved', () => {
    expect(ordered(doc)).toBe('z a b');
    const [first, second, ...rest] = doc.children;
    if (first === undefined || second === undefined) throw new Error('two blocks');
    expect(ordered(schema.node('doc', null, [second, first, ...rest]))).toBe('z b a');
  });

  it('lead to the block whose words changed, and to the beginning where it is gone', () => {
    const said = (blockId: string | null) =>
      doc.nodeAt(nearestPlace(doc, blockId).from)?.textContent;
    expect(said('b')).toBe('Ghisổ');
    expect([said('z'), said(null)]).toEqual([
      doc.firstChild?.textContent,
      doc.firstChild?.textContent,
    ]);
  });
});

describe('the passage that is selected in an editor', () => {
  const picked = (from: number, to = from) =>
    pickedInEditor(
      EditorState.create({ doc, selection: TextSelection.create(doc, from, to) }),
      'n',
    );
  // Of several such places the last.
  const at = (words: string) => {
    let found = 0;
    doc.descendants((node, pos) => {
      const index = node.isText ? (node.text ?? '').indexOf(words) : -1;
      if (index >= 0) found = pos + index;
    });
    return found;
  };

  it('is whole words, counted as the server counts them', () => {
    const passage = picked(3 + 'Mời'.length, at(' ngồi') + 3);
    expect(passage).toMatchObject({ blockId: 'a', quote: 'người dân ngồi', offset: 4 });
  });

  it('is the block where nothing is selected in it', () => {
    expect(picked(at('sổ'))).toEqual({
      nodeId: 'n',
      side: 'after',
      blockId: 'b',
      quote: '',
      offset: 0,
    });
  });

  it('counts for the first of several blocks', () => {
    expect(picked(at('Hỏi'), at('sổ'))).toMatchObject({
      blockId: 'a',
      quote: 'Hỏi người dân.',
      offset: 20,
    });
  });

  it('is a chosen block, and the node as a whole where no block has a name', () => {
    let rule = 0;
    doc.forEach((node, offset) => {
      if (node.type.name === 'horizontalRule') rule = offset;
    });
    const selection = NodeSelection.create(doc, rule);
    expect(pickedInEditor(EditorState.create({ doc, selection }), 'n').blockId).toBe('r');
    expect(picked(at('Mới'))).toMatchObject({ blockId: null, quote: '' });
  });
});
