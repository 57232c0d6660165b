import { Extension, type Extensions, type Mark, type Node } from '@tiptap/core';
import type { TaskItemOptions } from '@tiptap/extension-list';
import { Placeholder } from '@tiptap/extensions';
import { ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import type { ComponentType } from 'react';
import { presetExtensions } from '@cam-nang/content/editor';
import { moveBlock } from './block-commands.js';
import { leaveBlock } from './leave-block.js';
import { CheckView } from './node-views/check-view.js';
import { ImageView } from './node-views/image-view.js';
import { LegalView } from './node-views/legal-view.js';
import {
  CaseView,
  ContactView,
  FormView,
  QaView,
  StepsView,
  WarningView,
} from './node-views/titled-views.js';

const views: Readonly<Record<string, ComponentType<ReactNodeViewProps>>> = {
  case: CaseView,
  steps: StepsView,
  form: FormView,
  legal: LegalView,
  warning: WarningView,
  qa: QaView,
  check: CheckView,
  contact: ContactView,
  image: ImageView,
};

/** Only what is typed as an address becomes a link: "ông.Hằng" is no address. */
function withCalmLinks(extension: Extensions[number]): Extensions[number] {
  if (extension.name !== 'link') return extension;
  return (extension as Mark).configure({
    shouldAutoLink: (typed: string) => /^(https?:\/\/|www\.)/i.test(typed),
  });
}

function withView(extension: Extensions[number]): Extensions[number] {
  const view = views[extension.name];
  if (view === undefined || extension.type !== 'node') return extension;
  return (extension as Node).extend({ addNodeView: () => ReactNodeViewRenderer(view) });
}

/** The box of an option says in the language of the screens what ticking it means. */
function withOptionWords(
  optionLabel: (text: string) => string,
): (extension: Extensions[number]) => Extensions[number] {
  return (extension) =>
    extension.name === 'taskItem'
      ? (extension as Node<TaskItemOptions>).configure({
          a11y: { checkboxLabel: (node) => optionLabel(node.textContent) },
        })
      : extension;
}

/** Keys of the lesson editor beyond tiptap's own. */
const BlockKeys = Extension.create<{ readonly onLink: () => void }>({
  name: 'blockKeys',
  addOptions: () => ({ onLink: () => undefined }),
  addKeyboardShortcuts() {
    return {
      Enter: () => leaveBlock(this.editor.state, this.editor.view.dispatch),
      'Alt-ArrowUp': () => moveBlock(this.editor, 'up'),
      'Alt-ArrowDown': () => moveBlock(this.editor, 'down'),
      'Mod-k': () => {
        this.options.onLink();
        return true;
      },
    };
  },
});

/** The lesson preset with the reader's look, the words of an empty line, and keys. */
export function lessonExtensions(parts: {
  readonly placeholder: () => string;
  readonly onLink: () => void;
  readonly optionLabel: (text: string) => string;
  readonly more: Extensions;
}): Extensions {
  return [
    ...presetExtensions('lesson')
      .map(withView)
      .map(withCalmLinks)
      .map(withOptionWords(parts.optionLabel)),
    Placeholder.configure({ placeholder: parts.placeholder }),
    BlockKeys.configure({ onLink: parts.onLink }),
    ...parts.more,
  ];
}
