import { describe, expect, it } from '@jest/globals';
import { getSchema, type Editor } from '@tiptap/core';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { presetExtensions } from '@cam-nang/content/editor';
import { ApiProblem } from '../../../lib/api/problem.js';
import type { DraftState } from '../../editor/draft/draft-state.js';
import { pickThenSave } from './pick-then-save.js';

const schema = getSchema(presetExtensions('lesson'));
const line = (id: string | null, words: string) =>
  schema.node('paragraph', { id }, [schema.text(words)]);

/** An editor with one word selected, and a server that answers when it is told to. */
function slowLine(at: DraftState, lines = [line('a', 'Mời dân ngồi.'), line('b', 'Ghi sổ.')]) {
  const doc = schema.node('doc', null, lines);
  const editor = {
    state: EditorState.create({ doc, selection: TextSelection.create(doc, 5, 8) }),
    view: {
      composing: false,
      dispatch: (tr: Transaction) => {
        editor.state = editor.state.apply(tr);
      },
    },
  };
  let arrive: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const saver = { flush: () => sent, getState: () => at };
  const picked = pickThenSave(editor as unknown as Editor, { draft: { nodeId: 'n' }, saver });
  const goTo = (from: number, to: number) => {
    const { doc: now, tr } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.create(now, from, to)));
  };
  return { picked, goTo, arrive };
}

describe('what is selected for a comment in the editor', () => {
  it('is what was selected at the click, wherever the cursor is when the text has been saved', async () => {
    const { picked, goTo, arrive } = slowLine({ at: 'clean' });
    goTo(16, 19);
    arrive();
    expect(await picked).toEqual({
      passage: { nodeId: 'n', side: 'after', blockId: 'a', quote: 'dân', offset: 4 },
      problem: undefined,
    });
  });

  it('is in a block with a name, though it was typed a moment ago', async () => {
    const { picked, arrive } = slowLine({ at: 'clean' }, [line(null, 'Mời dân ngồi.')]);
    arrive();
    expect((await picked).passage).toMatchObject({ blockId: expect.any(String), quote: 'dân' });
  });

  it('is not spoken about while the server does not have it', async () => {
    const problem = new ApiProblem({ code: 'network.offline', status: 0 });
    const { picked, arrive } = slowLine({ at: 'waiting', problem, kept: true });
    arrive();
    expect((await picked).problem).toBe(problem);
  });
});
