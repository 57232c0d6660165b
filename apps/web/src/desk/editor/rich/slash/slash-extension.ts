import { Extension, type Editor, type Range } from '@tiptap/core';
import Suggestion, { exitSuggestion, type SuggestionProps } from '@tiptap/suggestion';
import { insertBlock } from './insert-block.js';
import { slashMatches, type SlashItem } from './slash-items.js';
import type { SlashStore } from './slash-store.js';

interface SlashParts {
  readonly store: SlashStore;
  /** The blocks in the language of the screens. */
  readonly items: () => readonly SlashItem[];
  readonly onImage: () => void;
}

type Props = SuggestionProps<SlashItem, SlashItem>;

/** The menu of blocks that opens on "/" at the beginning of a line. */
export function slashExtension(parts: SlashParts): Extension {
  return Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion<SlashItem, SlashItem>({
          editor: this.editor,
          char: '/',
          startOfLine: true,
          allowSpaces: true,
          decorationClass: 'slash-typed',
          items: ({ query, editor }) => [...slashMatches(parts.items(), query, isAtTop(editor))],
          command: ({ editor, range, props }) => choose(parts, editor, range, props),
          render: () => menuOf(parts.store),
        }),
      ];
    },
  });
}

/** Whether the cursor stands in a block of the lesson itself, not inside another block. */
export function isAtTop(editor: Editor): boolean {
  return editor.state.selection.$from.depth === 1;
}

function choose(parts: SlashParts, editor: Editor, range: Range, item: SlashItem): void {
  insertBlock(editor, item.id, parts.onImage, range);
}

function menuOf(store: SlashStore) {
  let unmount: (() => void) | undefined;
  let element: HTMLElement | undefined;
  const show = (props: Props, index: number) => {
    if (element === undefined) return;
    store.set({ items: props.items, query: props.query, index, element, choose: props.command });
  };
  return {
    onStart: (props: Props) => {
      element = document.createElement('div');
      unmount = props.mount(element);
      show(props, 0);
    },
    onUpdate: (props: Props) => show(props, 0),
    onKeyDown: ({ event, view }: { event: KeyboardEvent; view: Editor['view'] }) => {
      if (event.key === 'Escape') {
        exitSuggestion(view);
        return true;
      }
      return store.key(event.key);
    },
    onExit: () => {
      store.set(undefined);
      unmount?.();
      element?.remove();
      element = undefined;
    },
  };
}
