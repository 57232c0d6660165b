import { useRef, type ReactNode } from 'react';
import type { Editor } from '@tiptap/core';
import { ThreadCard } from '../thread-card.js';
import type { ThreadView } from '../thread-types.js';
import type { AroundTakingOver } from '../use-taking-over.js';
import styles from './beside.module.css';
import { useMarginPlaces } from './use-margin-places.js';

/** Open threads in the margin of a text that is being written, each beside its passage. */
export function MarginNotes(props: {
  readonly editor: Editor;
  readonly label: string;
  /** Above the notes: how many, and the way to the settled ones. */
  readonly head: ReactNode;
  /** In the order of the text; those that are beside nothing come first. */
  readonly threads: readonly ThreadView[];
  readonly around: AroundTakingOver;
  readonly onShow: (thread: ThreadView) => void;
}) {
  const { editor, threads } = props;
  const column = useRef<HTMLDivElement>(null);
  useMarginPlaces(editor, column, threads.map(({ id }) => id).join());
  return (
    <section ref={column} className={styles.margin} aria-label={props.label}>
      <div className={styles.marginHead}>{props.head}</div>
      {threads.map((thread) => (
        <div key={thread.id} className={styles.beside} data-thread={thread.id}>
          <ThreadCard thread={thread} around={props.around} onShow={props.onShow} />
        </div>
      ))}
    </section>
  );
}
