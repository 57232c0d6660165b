import { listEditionThreads } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { LinkButton } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { Stack } from '../../../ui/layout.js';
import { useRead } from '../../data/query.js';
import { NotRead, Stale, ThreadNotes, useThreadCount } from '../../editor/threads/thread-list.js';
import type { ThreadList, ThreadView } from '../../editor/threads/thread-types.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import styles from './councils.module.css';
import { messages } from './messages/index.js';

/** How often the page looks whether somebody said something meanwhile. */
const LOOK_AGAIN = 30_000;

/** What members say about the frozen text, place by place, and the way to say more. */
export function CommentsBlock({ editionId }: { readonly editionId: string }) {
  const { t } = useMessages(messages);
  const count = useThreadCount();
  const from = useRead(listEditionThreads, { params: { editionId } }, { everyMs: LOOK_AGAIN });
  const threads = from.data?.threads ?? [];
  return (
    <Block title={t('comments')} aside={threads.length === 0 ? undefined : count(threads)}>
      <Stack>
        <Stale from={from} />
        {from.data === undefined ? <NotRead from={from} /> : <Said list={from.data} />}
        {threads.length > 0 && <Places editionId={editionId} threads={threads} />}
        <div>
          <LinkButton href={href('edition', { editionId }, { tab: 'tree' })}>
            {t(from.data?.allowed.comment === true ? 'commentStart' : 'readText')}
          </LinkButton>
        </div>
      </Stack>
    </Block>
  );
}

function Said({ list }: { readonly list: ThreadList }) {
  const { t } = useMessages(messages);
  const { threads, allowed } = list;
  if (allowed.comment) return <p>{t(threads.length === 0 ? 'commentsNone' : 'commentsSay')}</p>;
  return threads.length === 0 ? <p>{t('commentsClosed')}</p> : null;
}

/** The threads under the names of the places that they are about. */
function Places(props: { readonly editionId: string; readonly threads: readonly ThreadView[] }) {
  const { editionId, threads } = props;
  const nodeIds = [...new Set(threads.map(({ nodeId }) => nodeId))];
  return (
    <>
      {nodeIds.map((nodeId) => {
        const own = threads.filter((thread) => thread.nodeId === nodeId);
        return (
          <Stack key={nodeId} gap={2}>
            <h3>
              <Link
                lang="vi"
                className={styles.place}
                href={href('edition', { editionId }, { tab: 'tree', node: nodeId })}
              >
                {`${own[0]?.label ?? ''} ${own[0]?.title ?? ''}`.trim()}
              </Link>
            </h3>
            <ThreadNotes threads={own} />
          </Stack>
        );
      })}
    </>
  );
}
