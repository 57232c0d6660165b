import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Link } from '../../../ui/link.js';
import { ThreadNotes } from '../../editor/threads/thread-list.js';
import type { ThreadView } from '../../editor/threads/thread-types.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';

/** Threads about items in which the request no longer changes anything, and the way to each as it stands. */
export function ThreadsElsewhere(props: {
  readonly requestId: string;
  readonly threads: readonly ThreadView[];
}) {
  const { t } = useMessages(messages);
  const { requestId, threads } = props;
  if (threads.length === 0) return null;
  const nodeIds = [...new Set(threads.map(({ nodeId }) => nodeId))];
  return (
    <section aria-labelledby="threads-elsewhere" className={styles.elsewhere}>
      <h2 id="threads-elsewhere">{t('elsewhere')}</h2>
      <p className={styles.soft}>{t('elsewhereText')}</p>
      {nodeIds.map((nodeId) => (
        <NodeElsewhere
          key={nodeId}
          requestId={requestId}
          threads={threads.filter((thread) => thread.nodeId === nodeId)}
        />
      ))}
    </section>
  );
}

function NodeElsewhere(props: {
  readonly requestId: string;
  readonly threads: readonly ThreadView[];
}) {
  const { t } = useMessages(messages);
  const { requestId, threads } = props;
  const [first] = threads;
  if (first === undefined) return null;
  return (
    <div className={styles.elsewhereNode}>
      <h3 lang="vi">{`${first.label} ${first.title}`.trim()}</h3>
      <Link href={textHref(requestId, first)}>{t('elsewhereShow')}</Link>
      <ThreadNotes threads={threads} />
    </div>
  );
}

/** Where a text is read as it stands in the request, with the notes beside it; else its line in the tree. */
function textHref(requestId: string, { nodeId, kind }: ThreadView): string {
  if (kind === 'lesson' || kind === 'annex') return href('lessonEditor', { requestId, nodeId });
  return href('changeRequest', { requestId }, { node: nodeId });
}

/** Notes about a node as a whole, under its name. */
export function NodeNotes(props: { readonly threads: readonly ThreadView[] }): ReactNode {
  if (props.threads.length === 0) return null;
  return (
    <div className={styles.nodeNotes}>
      <ThreadNotes threads={props.threads} />
    </div>
  );
}
