import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Editor, Extensions, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import reader from '../../../reader/text.module.css';
import { cx } from '../../../ui/class-names.js';
import { ADOPTED } from './adopt-ids.js';
import { BlockHandle } from './block-handle.js';
import styles from './editor.module.css';
import { imageBatch, nextImage, type ImageBatch } from './image-batch.js';
import { ImageDialog } from './image-dialog.js';
import { lessonExtensions } from './lesson-extensions.js';
import { LinkDialog } from './link-dialog.js';
import { messages } from './messages/index.js';
import { PasteNote } from './paste-note.js';
import { slashExtension } from './slash/slash-extension.js';
import { SlashMenu } from './slash/slash-menu.js';
import { SlashStore } from './slash/slash-store.js';
import { Toolbar } from './toolbar.js';
import { usePaste } from './use-paste.js';
import { useSlashItems } from './use-slash-items.js';

interface Props {
  readonly document: JSONContent;
  readonly editable: boolean;
  /** Whether the text itself is in the page yet; its tools and what stands around it come first. */
  readonly drawn: boolean;
  readonly label: string;
  readonly onReady: (editor: Editor) => void;
  readonly onChange: () => void;
  /** What the page adds to the editor itself; it stays what it was when the editor was made. */
  readonly more?: Extensions | undefined;
  /** Left end of the toolbar, which is seen on a phone too. */
  readonly toolbarStart?: ReactNode;
  /** Right end of the toolbar. */
  readonly toolbarEnd?: ReactNode;
  /** Shown in place of the text (a comparison); the text stays as it is. */
  readonly instead?: ReactNode;
  /** What stands above the text on the same page: its title. */
  readonly head?: ReactNode;
  /** Notes in the margin of the text, from its first line on. */
  readonly margin?: ReactNode;
  /** Puts the text where it belongs under the toolbar, with what stands beside it. */
  readonly frame: (leaf: ReactNode) => ReactNode;
}

type Asking =
  { readonly for: 'link' } | { readonly for: 'image'; readonly batch?: ImageBatch | undefined };

/** The text of a lesson, written as it will be read. */
export function RichEditor(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<Asking>();
  const paste = usePaste();
  const { editor, store } = useLessonEditor(props, setAsking, paste.pasting);
  return (
    <>
      <Toolbar
        editor={editor}
        editable={props.editable}
        onLink={() => setAsking({ for: 'link' })}
        onImage={() => setAsking({ for: 'image' })}
        start={props.toolbarStart}
        end={props.toolbarEnd}
      />
      {props.frame(
        <>
          <PasteNote state={paste.state} onClose={paste.forget} />
          {props.instead}
          <div className={cx(styles.leaf, props.instead !== undefined && styles.hidden)}>
            {props.head}
            <div className={cx(props.margin !== undefined && styles.withMargin)}>
              <div ref={frame} className={styles.frame}>
                <BlockHandle editor={editor} frame={frame} />
                {props.drawn && <EditorContent editor={editor} className={styles.content} />}
              </div>
              {props.margin}
            </div>
          </div>
        </>,
      )}
      <SlashMenu store={store} />
      <LinkDialog
        editor={editor}
        open={asking?.for === 'link'}
        onClose={() => setAsking(undefined)}
      />
      <ImageDialog
        editor={editor}
        open={asking?.for === 'image'}
        batch={asking?.for === 'image' ? asking.batch : undefined}
        onNext={() => setAsking(afterImage)}
        onClose={() => setAsking(undefined)}
      />
    </>
  );
}

function useLessonEditor(
  props: Props,
  ask: (asking: Asking) => void,
  pasting: ReturnType<typeof usePaste>['pasting'],
) {
  const { t } = useMessages(messages);
  const items = useSlashItems();
  const [store] = useState(() => new SlashStore());
  const editor = useEditor({
    extensions: lessonExtensions({
      placeholder: () => t('placeholder'),
      onLink: () => ask({ for: 'link' }),
      optionLabel: (text) => t('checkOptionOf', { text }),
      more: [
        slashExtension({ store, items: () => items, onImage: () => ask({ for: 'image' }) }),
        ...(props.more ?? []),
      ],
    }),
    content: props.document,
    editable: props.editable,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: cx(reader.text, styles.prose),
        lang: 'vi',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': props.label,
        spellcheck: 'false',
      },
      transformPastedHTML: pasting.html,
      transformPastedText: pasting.text,
      handlePaste: (view, event) =>
        takeImages(event.clipboardData, ask) || pasting.takePage(view, event.clipboardData),
      handleDrop: (_view, event) => takeImages(event.dataTransfer, ask),
    },
    onUpdate: ({ transaction }) => {
      // The line to write in at the end comes by itself once the text is shown: nobody has written anything by then.
      const isWritten = transaction.docChanged && transaction.getMeta(ADOPTED) !== true;
      if (isWritten) props.onChange();
    },
  });
  const { onReady } = props;
  // The editor that is shown, and no other that was made and thrown away: what is read of it is saved.
  useEffect(() => onReady(editor), [editor, onReady]);
  return { editor, store };
}

/** Pasted or dropped pictures are asked for their descriptions first, one after the other. */
function takeImages(data: DataTransfer | null, ask: (asking: Asking) => void): boolean {
  const batch = imageBatch([...(data?.files ?? [])]);
  const hasText = data?.types.includes('text/html') === true;
  if (batch === null || hasText) return false;
  ask({ for: 'image', batch });
  return true;
}

function afterImage(asking: Asking | undefined): Asking | undefined {
  const batch = asking?.for === 'image' ? asking.batch : undefined;
  const next = batch === undefined ? undefined : nextImage(batch);
  return next === undefined ? undefined : { for: 'image', batch: next };
}
