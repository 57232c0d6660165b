import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { presetExtensions } from '@cam-nang/content/editor';
import { blockAfter } from './block-commands.js';
import { takeIn } from './take-in.js';

const schema = getSchema(presetExtensions('lesson'));

function doc(...ids: readonly string[]) {
  return schema.node(
    'doc',
    null,
    ids.map((id) => schema.node('paragraph', { id }, [schema.text(`Đoạn ${id}.`)])),
  );
}

/** The id of the block that is meant after others wrote, when `meant` was before. */
function meantAfter(before: readonly string[], meant: string, after: readonly string[]) {
  const state = EditorState.create({ doc: doc(...before) });
  let at = 0;
  state.doc.forEach((node, offset) => {
    if (node.attrs['id'] === meant) at = offset;
  });
  const tr = takeIn(state.tr, doc(...after));
  const place = blockAfter(tr, at);
  return place === null ? null : tr.doc.nodeAt(place)?.attrs['id'];
}

describe('the block that is meant while others write', () => {
  it('stays the same one, whatever comes or goes before it', () => {
    expect(meantAfter(['a', 'b', 'c'], 'b', ['n', 'a', 'm', 'b', 'c'])).toBe('b');
    expect(meantAfter(['a', 'b', 'c'], 'b', ['b', 'c'])).toBe('b');
    expect(meantAfter(['a', 'b', 'c'], 'b', ['a', 'b'])).toBe('b');
  });

  it('is none when it went', () => {
    expect(meantAfter(['a', 'b', 'c'], 'b', ['a', 'c'])).toBeNull();
  });
});
