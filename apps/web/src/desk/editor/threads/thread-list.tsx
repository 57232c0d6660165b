import { useMessages } from '../../../lib/i18n/catalogue.js';
import type { Loadable } from '../../../lib/api/loadable.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/lists.js';
import { Skeleton } from '../../../ui/states.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';
import { countThreads } from './model/thread-places.js';
import { ThreadCard } from './thread-card.js';
import type { ThreadList, ThreadView } from './thread-types.js';
import styles from './threads.module.css';
import type { AroundTakingOver } from './use-taking-over.js';

/** Threads one under the other; what is settled is folded at the end. */
export function ThreadNotes(props: {
  readonly threads: readonly ThreadView[];
  readonly around?: AroundTakingOver | undefined;
  /** Leads to the passage, where the threads do not stand beside theirs. */
  readonly onShow?: ((thread: ThreadView) => void) | undefined;
}) {
  return (
    <div className={styles.notes}>
      {props.threads.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} around={props.around} onShow={props.onShow} />
      ))}
    </div>
  );
}

/** The threads of one node beside its text, in every state that reading them can be in. */
export function NodeThreads(props: {
  readonly from: Loadable<ThreadList>;
  readonly nodeId: string;
  readonly around?: AroundTakingOver | undefined;
  readonly onShow?: ((thread: ThreadView) => void) | undefined;
  /** How to comment, where it is not done beside the text. */
  readonly howTo?: string | undefined;
}) {
  const { t } = useMessages(messages);
  const { from, nodeId, around, onShow } = props;
  if (from.data === undefined) return <NotRead from={from} />;
  const { allowed } = from.data;
  const threads = from.data.threads.filter((thread) => thread.nodeId === nodeId);
  const open = threads.filter((thread) => thread.open);
  const done = threads.filter((thread) => !thread.open);
  return (
    <div className={styles.notes}>
      <Stale from={from} />
      {threads.length === 0 && (
        <p className={styles.small}>
          <b>{t('emptyTitle')}.</b>{' '}
          {allowed.comment ? (props.howTo ?? t('emptyText')) : t('emptyClosed')}
        </p>
      )}
      <ThreadNotes threads={open} around={around} onShow={onShow} />
      {done.length > 0 && (
        <Disclosure summary={t('doneCount', { count: done.length })}>
          <ThreadNotes threads={done} onShow={onShow} />
        </Disclosure>
      )}
    </div>
  );
}

/** Threads that could not be read yet, or not at all. */
export function NotRead({ from }: { readonly from: Loadable<ThreadList> }) {
  const { t } = useMessages(messages);
  const { problem } = from;
  if (problem === undefined) return <Skeleton lines={[60, 90, 75]} />;
  return (
    <div className={styles.notes}>
      <ProblemNote problem={problem} />
      <div>
        <Button size="small" onClick={from.reload}>
          {t('again')}
        </Button>
      </div>
    </div>
  );
}

/** What stands here may be old: the last look failed. */
export function Stale({ from }: { readonly from: Loadable<ThreadList> }) {
  const { t } = useMessages(messages);
  if (from.problem === undefined || from.data === undefined) return null;
  return <Note look="warn">{t('mayBeOld')}</Note>;
}

/** "3 đang mở, 1 phải giải quyết". */
export function useThreadCount(): (threads: readonly ThreadView[]) => string {
  const { t } = useMessages(messages);
  return (threads) => {
    const { open, blocking } = countThreads(threads);
    const parts = [
      t('openCount', { count: open }),
      ...(blocking > 0 ? [t('mustCount', { count: blocking })] : []),
    ];
    return parts.join(', ');
  };
}
