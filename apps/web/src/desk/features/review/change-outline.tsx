import { memo, useMemo, type ReactNode } from 'react';
import type { NodeDiff } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Disclosure } from '../../../ui/lists.js';
import { placeId } from '../../kit/changes/change-places.js';
import type { ChangedNode, RequestDiff, RequestView } from '../../kit/curriculum/types.js';
import { ChangeMark, PlusMinus } from '../../kit/marks.js';
import { OutlineList } from '../../kit/outline-list.js';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { useWide } from '../../kit/use-wide.js';
import { KeyList } from '../../kit/work.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';
import { useChangedWords } from './use-changed-words.js';

/** Places drawn at once. */
const PORTION = 40;

/** The changed nodes as places to go, how many words it is all about, and the keys. */
export const ChangeOutline = memo(function ChangeOutline(props: {
  readonly request: RequestView;
  readonly nodes: readonly ChangedNode[];
  readonly tree: RequestDiff['tree'];
  readonly count: number;
  readonly currentNodeId: string | undefined;
  readonly canComment: boolean;
}) {
  const { t } = useMessages(messages);
  const { inserted, deleted } = props.tree.counts.words;
  const wide = useWide();
  const title = t('places', { count: props.count });
  const list = <Places nodes={props.nodes} currentNodeId={props.currentNodeId} />;
  return (
    <>
      {wide ? (
        <>
          <h2 className={styles.head}>{title}</h2>
          <div className={styles.places}>{list}</div>
        </>
      ) : (
        <div className={styles.more}>
          <Disclosure summary={title}>{list}</Disclosure>
        </div>
      )}
      <p className={styles.outlineNote}>
        {inserted + deleted > 0 && (
          <>
            {t('words', { plus: inserted, minus: deleted })}
            <br />
          </>
        )}
        {t(props.request.kind === 'erratum' ? 'reachErratum' : 'reachAmendment')}
      </p>
      <KeyList
        keys={[
          { key: 'N P', does: t('keyWalk') },
          ...(props.canComment ? [{ key: 'C', does: t('keyComment') }] : []),
          { key: '2', does: t('keyLayout') },
        ]}
      />
    </>
  );
});

/** The list itself: of hundreds the first at once, the others a moment later. */
function Places(props: {
  readonly nodes: readonly ChangedNode[];
  readonly currentNodeId: string | undefined;
}) {
  const { nodes, currentNodeId } = props;
  const { name } = useChangedWords();
  const mounted = useMountedCount(nodes.length, PORTION);
  const items = useMemo(
    () =>
      nodes.map((node) => ({
        nodeId: node.nodeId,
        href: `#${placeId.node(node.nodeId)}`,
        title: <span lang="vi">{name(node)}</span>,
        end: <OutlineEnd diff={node.diff} />,
      })),
    [nodes, name],
  );
  return (
    <OutlineList
      items={items
        .slice(0, mounted)
        .map(({ nodeId, ...item }) => ({ ...item, current: nodeId === currentNodeId }))}
    />
  );
}

function OutlineEnd({ diff }: { readonly diff: NodeDiff }): ReactNode {
  const { t } = useMessages(messages);
  if (diff.status === 'added') return <ChangeMark change="added">{t('outlineNew')}</ChangeMark>;
  if (diff.status === 'removed') {
    return <ChangeMark change="removed">{t('outlineRemoved')}</ChangeMark>;
  }
  const words = diff.document?.counts.words ?? diff.question?.words;
  if (words !== undefined && words.inserted + words.deleted > 0) {
    return <PlusMinus plus={words.inserted} minus={words.deleted} />;
  }
  if (diff.moved) return <ChangeMark change="moved">{t('outlineMoved')}</ChangeMark>;
  return t('outlineSettings');
}
