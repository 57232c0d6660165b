import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { ThreadNotes } from '../../editor/threads/thread-list.js';
import type { ThreadView } from '../../editor/threads/thread-types.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';

/** Threads about items in which the request no longer changes anything. */
export function ThreadsElsewhere({ threads }: { readonly threads: readonly ThreadView[] }) {
  const { t } = useMessages(messages);
  if (threads.length === 0) return null;
  const nodeIds = [...new Set(threads.map(({ nodeId }) => nodeId))];
  const nodes = nodeIds.map((nodeId) => threads.filter((thread) => thread.nodeId === nodeId));
  return (
    <section aria-labelledby="threads-elsewhere" className={styles.elsewhere}>
      <h2 id="threads-elsewhere">{t('elsewhere')}</h2>
      <p className={styles.soft}>{t('elsewhereText')}</p>
      {nodes.map((own) => (
        <div key={own[0]?.nodeId} className={styles.elsewhereNode}>
          <h3 lang="vi">{`${own[0]?.label ?? ''} ${own[0]?.title ?? ''}`.trim()}</h3>
          <ThreadNotes threads={own} />
        </div>
      ))}
    </section>
  );
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
