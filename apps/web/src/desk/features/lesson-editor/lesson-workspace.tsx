import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Editor } from '@tiptap/core';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { LinkButton } from '../../../ui/button.js';
import { VisuallyHidden } from '../../../ui/layout.js';
import { Note } from '../../../ui/banner.js';
import { DraftCollisions } from '../../editor/draft/draft-collisions.js';
import { AlsoHere, DraftNotes, LeaseBanner } from '../../editor/draft/draft-notes.js';
import { SavedLine } from '../../editor/draft/saved-line.js';
import { useLease } from '../../editor/draft/use-lease.js';
import { RichEditor } from '../../editor/rich/rich-editor.js';
import { TextLength } from '../../editor/rich/text-length.js';
import { PassageMarks } from '../../editor/threads/beside/passage-marks.js';
import { useRequestWords } from '../../kit/curriculum/request-words.js';
import type { DraftView, OverlayAnswer, OverlayNode } from '../../kit/curriculum/types.js';
import { useWide } from '../../kit/use-wide.js';
import { Pane } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { InTopBar } from '../../shell/top-slot.js';
import { DocumentProblems } from './document-problems.js';
import styles from './lesson.module.css';
import { LessonCompare } from './lesson-compare.js';
import { LessonSide } from './lesson-side.js';
import { useThreadParts } from './lesson-threads.js';
import { messages } from './messages/index.js';
import { useLessonThreads } from './use-lesson-threads.js';
import { useLesson, type Lesson } from './use-lesson.js';
import { useMost } from './use-most.js';

interface Props {
  readonly draft: DraftView;
  readonly nodes: readonly OverlayNode[];
  readonly request: OverlayAnswer['request'] | undefined;
}

/** Comments are marked in the text. */
const MORE = [PassageMarks];

/** The text with its tools; beside it what it still needs and what is known about it. */
export function LessonWorkspace(props: Props) {
  const { t } = useMessages(messages);
  const lesson = useLesson(props.draft);
  const { draft, saver, state } = lesson;
  const { lease, insist } = useLease(draft, draft.editable);
  const [comparing, setComparing] = useState(false);
  useLessonPlace(props, lesson);
  const editable = draft.editable && lease.status !== 'held';
  const document = useStartDocument(lesson, editable);
  const drawn = useDrawnSoon();
  const { editor, onReady } = useEditorOf(lesson);
  const threads = useThreadParts({
    talk: useLessonThreads(lesson, editor, subjectOf(props, lesson)),
    editor,
    nodeId: draft.nodeId,
    comparing,
  });
  const wide = useWide();
  return (
    <>
      <InTopBar>
        <SavedLine state={state} version={saver.savedVersion} />
        <AlsoHere lease={lease} />
      </InTopBar>
      <LeaseBanner lease={lease} insist={insist} />
      <RichEditor
        key={editable ? 'write' : 'read'}
        document={document}
        editable={editable}
        drawn={drawn}
        label={t('editorLabel', { title: lesson.title })}
        onReady={onReady}
        onChange={lesson.changed}
        more={MORE}
        toolbarStart={wide ? undefined : threads.tools}
        toolbarEnd={
          <>
            {wide && threads.tools}
            <ToolbarEnd lesson={lesson} comparing={comparing} onCompare={setComparing} />
          </>
        }
        margin={threads.margin}
        instead={
          comparing ? (
            <LessonCompare lesson={lesson} onBack={() => setComparing(false)} />
          ) : undefined
        }
        head={<LessonHead {...props} lesson={lesson} editable={editable} />}
        frame={(leaf) => (
          <Pane
            flush
            side={<LessonSide {...props} lesson={lesson} editable={editable} />}
            sideLabel={t('info')}
          >
            <Notes lesson={lesson} />
            <DraftCollisions state={state} saver={saver} editable={draft.editable} />
            {leaf}
          </Pane>
        )}
      />
      {threads.over}
    </>
  );
}

/** The editor that is open now: it is made anew when writing becomes possible or ends. */
function useEditorOf({ ready }: Lesson) {
  const [editor, setEditor] = useState<Editor>();
  const onReady = useCallback(
    (made: Editor) => {
      ready(made);
      setEditor(made);
    },
    [ready],
  );
  return { editor, onReady };
}

/** What comments are about: this lesson of this request, as it stands at the server. */
function subjectOf({ nodes, request, draft }: Props, { title }: Lesson) {
  const node = nodes.find((one) => one.nodeId === draft.nodeId);
  if (request === undefined) return undefined;
  return { overlayHash: request.overlayHash, name: `${node?.label ?? ''} ${title}`.trim() };
}

function Notes({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useMessages(messages);
  const most = useMost();
  const { state, saver, opened, draft, seen } = lesson;
  const isTold = state.at === 'refused' || !draft.editable;
  return (
    <div className={styles.notes}>
      {seen.tooLong && !isTold && <Note look="warn">{t('tooLong', most)}</Note>}
      <DraftNotes
        {...{ state, saver, opened, editable: draft.editable }}
        refusal={state.at === 'refused' ? <DocumentProblems problem={state.problem} /> : undefined}
      />
    </div>
  );
}

/** The text that an editor begins with; it is made anew when writing becomes possible or ends. */
function useStartDocument(lesson: Lesson, editable: boolean) {
  const { documentNow } = lesson;
  return useMemo(() => ({ editable, document: documentNow() }), [editable, documentNow]).document;
}

/**
 * A long text takes as much work as the whole page around it, and neither can be divided further: so the page comes
 * first and the text right after it. Once there it stays, also when the editor is made anew.
 */
function useDrawnSoon(): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true));
    return () => clearTimeout(timer);
  }, []);
  return drawn;
}

function useLessonPlace({ nodes, request, draft }: Props, lesson: Lesson): void {
  const { t } = useMessages(messages);
  const words = useRequestWords();
  const node = nodes.find((one) => one.nodeId === draft.nodeId);
  const parent = nodes.find((one) => one.nodeId === node?.parentId);
  const treeHref = href('changeRequest', { requestId: draft.requestId }, { node: draft.nodeId });
  usePlace(lesson.title, [
    { title: t('requests'), href: href('changeRequests') },
    { title: request === undefined ? t('tree') : words.name(request), href: treeHref },
    ...(parent?.code ? [{ title: parent.code, href: treeHref }] : []),
    { title: node?.label || lesson.title },
  ]);
}

function ToolbarEnd(props: {
  readonly lesson: Lesson;
  readonly comparing: boolean;
  readonly onCompare: (on: boolean) => void;
}) {
  const { t } = useMessages(messages);
  const { draft, seen } = props.lesson;
  const { words, minutes } = seen;
  return (
    <>
      <TextLength words={words} minutes={minutes} />
      {draft.editable && draft.node.kind === 'lesson' && (
        <LinkButton
          size="small"
          href={href(
            'changeRequest',
            { requestId: draft.requestId },
            { node: draft.nodeId, word: 'yes' },
          )}
        >
          {t('fromWord')}
        </LinkButton>
      )}
      <label className={styles.toggle}>
        <input
          type="checkbox"
          checked={props.comparing}
          onChange={(event) => props.onCompare(event.currentTarget.checked)}
        />
        {t('compare')}
      </label>
    </>
  );
}

/** What stands above the text: where it belongs, and its title. */
function LessonHead(props: Props & { readonly lesson: Lesson; readonly editable: boolean }) {
  const { t } = useMessages(messages);
  const words = useRequestWords();
  const { lesson, request, draft, nodes } = props;
  const node = nodes.find((one) => one.nodeId === draft.nodeId);
  const parent = nodes.find((one) => one.nodeId === node?.parentId);
  const name = request === undefined ? '' : words.name(request);
  const base = request?.baseEdition;
  return (
    <header className={styles.head}>
      <p>
        {parent?.code && <>{parent.code} · </>}
        {node?.label && <>{node.label} · </>}
        {draft.base === null || base === undefined || base === null
          ? t('newIn', { request: name })
          : t('changedFrom', { request: name, label: base.label })}
      </p>
      <h1 tabIndex={-1}>
        <VisuallyHidden>{lesson.title}</VisuallyHidden>
      </h1>
      <textarea
        className={styles.title}
        lang="vi"
        rows={1}
        aria-label={t('title')}
        placeholder={t('title')}
        maxLength={300}
        readOnly={!props.editable}
        value={lesson.title}
        onChange={(event) => lesson.writeTitle(event.currentTarget.value.replace(/\n/g, ' '))}
      />
    </header>
  );
}
