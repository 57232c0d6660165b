import { Extension, type Editor } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import styles from './beside.module.css';
import { placeInText, type PlaceInText, type SpokenWords } from './quote-place.js';

/** Words of the text about which a thread is open. */
export interface Spoken extends SpokenWords {
  readonly threadId: string;
}

interface Marks {
  readonly spoken: readonly Spoken[];
  readonly places: ReadonlyMap<string, PlaceInText>;
  readonly shown: DecorationSet;
}

const KEY = new PluginKey<Marks>('passageMarks');
const NOTHING: Marks = { spoken: [], places: new Map(), shown: DecorationSet.empty };

/** Marks in a text that is being written what people speak about; it is no part of the text. */
export const PassageMarks = Extension.create({
  name: 'passageMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin<Marks>({
        key: KEY,
        state: {
          init: () => NOTHING,
          apply: (tr, before) => {
            const spoken = tr.getMeta(KEY) as readonly Spoken[] | undefined;
            if (spoken !== undefined) return marksOf(tr.doc, spoken);
            return tr.docChanged && before.spoken.length > 0
              ? marksOf(tr.doc, before.spoken)
              : before;
          },
        },
        props: { decorations: (state) => KEY.getState(state)?.shown },
      }),
    ];
  },
});

/** Found anew with every change: what is typed into a quote makes it another one. */
function marksOf(doc: DocumentNode, spoken: readonly Spoken[]): Marks {
  const found = spoken.flatMap((words) => {
    const place = placeInText(doc, words);
    return place === null ? [] : [[words.threadId, place] as const];
  });
  const shown = found.map(([, { from, to, whole }]) =>
    whole
      ? Decoration.node(from, to, { class: styles.spokenBlock ?? '' })
      : Decoration.inline(from, to, { class: styles.spokenWords ?? '' }),
  );
  return { spoken, places: new Map(found), shown: DecorationSet.create(doc, shown) };
}

/** Tells an editor what is spoken about. */
export function markPassages(editor: Editor, spoken: readonly Spoken[]): void {
  const { state, view } = editor;
  view.dispatch(state.tr.setMeta(KEY, spoken).setMeta('addToHistory', false));
}

/** Where each thread is in the text as it stands in an editor; what is nowhere in it is left out. */
export function placesIn(editor: Editor): ReadonlyMap<string, PlaceInText> {
  return KEY.getState(editor.state)?.places ?? NOTHING.places;
}
