import type { Editor } from '@tiptap/core';
import { ApiProblem } from '../../../lib/api/problem.js';
import type { DraftSaver } from '../../editor/draft/draft-saver.js';
import { giveIds } from '../../editor/rich/give-ids.js';
import { pickedInEditor } from '../../editor/threads/beside/picked-in-editor.js';
import type { AskedPassage } from '../../editor/threads/thread-types.js';

/** What a passage is picked in, and how what was typed gets to the server. */
interface PickedIn {
  readonly draft: { readonly nodeId: string };
  readonly saver: Pick<DraftSaver, 'flush' | 'getState'>;
}

/**
 * The passage that is selected at this moment, and why the server does not have its words, if it does not. Only words
 * that the server has can be spoken about, so what was typed goes there first; on a slow line the cursor may be
 * somewhere else by then, which is why the selection is read before anything is waited for.
 */
export async function pickThenSave(
  editor: Editor,
  { draft, saver }: PickedIn,
): Promise<{ readonly passage: AskedPassage; readonly problem: ApiProblem | undefined }> {
  // What was typed a moment ago has no name yet by which it could be spoken about.
  if (!editor.view.composing) giveIds(editor);
  const passage = pickedInEditor(editor.state, draft.nodeId);
  await saver.flush();
  return { passage, problem: unsaved(saver) };
}

/** Why what was typed is not at the server. */
export function unsaved(saver: Pick<DraftSaver, 'getState'>): ApiProblem | undefined {
  const state = saver.getState();
  if (state.at === 'waiting' || state.at === 'refused') return state.problem;
  if (state.at !== 'collided') return undefined;
  return new ApiProblem({ code: 'curriculum.stale_draft', status: 409 });
}
