import { useState, type ReactNode } from 'react';
import type { Editor } from '@tiptap/core';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, IconButton } from '../../../ui/button.js';
import { MessageSquarePlusIcon, MessageSquareTextIcon } from '../../../ui/icons.js';
import { Sheet } from '../../../ui/overlay.js';
import { MarginNotes } from '../../editor/threads/beside/margin-notes.js';
import { ComposerSheet } from '../../editor/threads/composer.js';
import { PassageMenu } from '../../editor/threads/selection-menu.js';
import type { SelectedPassage } from '../../editor/threads/read-selection.js';
import { pickedInEditor } from '../../editor/threads/beside/picked-in-editor.js';
import { NodeThreads, Stale, useThreadCount } from '../../editor/threads/thread-list.js';
import type { ThreadView } from '../../editor/threads/thread-types.js';
import { useWide } from '../../kit/use-wide.js';
import styles from './lesson.module.css';
import { messages } from './messages/index.js';
import type { LessonThreads } from './use-lesson-threads.js';

/** From here on there is room for notes between the text and the panel. */
const ROOM_FOR_NOTES = 1360;

interface Props {
  readonly talk: LessonThreads;
  readonly editor: Editor | undefined;
  readonly nodeId: string;
  /** The difference stands in the place of the text. */
  readonly comparing: boolean;
}

/** The parts of the page in which people speak about the text. */
export interface ThreadParts {
  /** The ways to the threads and to a new one, in the toolbar. */
  readonly tools: ReactNode;
  /** Notes beside the text, where there is room for them. */
  readonly margin: ReactNode;
  /** What opens over the page. */
  readonly over: ReactNode;
}

/** Threads beside the text where there is room, else in a sheet that a button with their number opens. */
export function useThreadParts(props: Props): ThreadParts {
  const { talk, editor } = props;
  const [listed, setListed] = useState(false);
  const isRoomy = useWide(ROOM_FOR_NOTES);
  const isBeside = isRoomy && !props.comparing && editor !== undefined && talk.open.length > 0;
  const show = (thread: ThreadView) => {
    setListed(false);
    talk.show(thread);
  };
  const list = () => setListed(true);
  return {
    tools: <ThreadTools talk={talk} beside={isBeside} onList={list} />,
    margin: isBeside ? <Margin talk={talk} editor={editor} onList={list} /> : undefined,
    over: (
      <>
        <ThreadSheet {...props} open={listed} onShow={show} onClose={() => setListed(false)} />
        <Speaking {...props} />
      </>
    ),
  };
}

function ThreadTools(props: {
  readonly talk: LessonThreads;
  readonly beside: boolean;
  readonly onList: () => void;
}) {
  const { t } = useMessages(messages);
  const { commenting, open, speak } = props.talk;
  const count = useThreadCount();
  const said = commenting.from.data === undefined ? undefined : count(open);
  return (
    <>
      {!props.beside && (
        <Button
          size="small"
          look="quiet"
          className={styles.threads}
          aria-label={said === undefined ? t('threads') : t('threadsOf', { count: said })}
          onClick={props.onList}
        >
          <MessageSquareTextIcon />
          {open.length > 0 && <b>{open.length}</b>}
        </Button>
      )}
      {commenting.allowed.comment && (
        <IconButton
          label={t('threadHere')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void speak()}
        >
          <MessageSquarePlusIcon />
        </IconButton>
      )}
    </>
  );
}

function Margin(props: {
  readonly talk: LessonThreads;
  readonly editor: Editor;
  readonly onList: () => void;
}) {
  const { t } = useMessages(messages);
  const count = useThreadCount();
  const { talk, editor } = props;
  return (
    <MarginNotes
      editor={editor}
      label={t('threads')}
      threads={talk.open}
      around={talk.around}
      onShow={talk.show}
      head={
        <>
          <h2>{count(talk.open)}</h2>
          {talk.settled > 0 && (
            <Button look="word" onClick={props.onList}>
              {t('threadsSettled', { count: talk.settled })}
            </Button>
          )}
          <Stale from={talk.commenting.from} />
        </>
      }
    />
  );
}

function ThreadSheet(
  props: Props & {
    readonly open: boolean;
    readonly onShow: (thread: ThreadView) => void;
    readonly onClose: () => void;
  },
) {
  const { t } = useMessages(messages);
  const { talk } = props;
  return (
    <Sheet open={props.open} onClose={props.onClose} title={t('threads')}>
      <NodeThreads
        from={talk.commenting.from}
        nodeId={props.nodeId}
        around={talk.around}
        onShow={props.onShow}
        howTo={t('threadsHowTo')}
      />
    </Sheet>
  );
}

/** What is selected in the text can be spoken about; other words are simply written. */
function Speaking({ talk, editor, nodeId }: Props) {
  const { allowed, composer } = talk.commenting;
  const read = () => (editor === undefined ? null : selectedIn(editor, nodeId));
  return (
    <>
      {allowed.comment && (
        <PassageMenu read={read} suggests={false} onPick={() => void talk.speak()} />
      )}
      <ComposerSheet composer={composer} allowed={{ ...allowed, suggest: false }} />
    </>
  );
}

function selectedIn(editor: Editor, nodeId: string): SelectedPassage | null {
  const selection = document.getSelection();
  if (editor.isDestroyed || editor.state.selection.empty) return null;
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!editor.view.dom.contains(range.startContainer)) return null;
  return { passage: pickedInEditor(editor.state, nodeId), at: range.getBoundingClientRect() };
}
