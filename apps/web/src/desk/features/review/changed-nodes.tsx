import { memo, useCallback, useMemo, useRef } from 'react';
import { nodeChange } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { Link } from '../../../ui/link.js';
import { CommentButton } from '../../editor/threads/comment-button.js';
import { SelectionMenu } from '../../editor/threads/selection-menu.js';
import type { ThreadView } from '../../editor/threads/thread-types.js';
import { wholeNode, type Commenting } from '../../editor/threads/use-commenting.js';
import { BlockNotesProvider } from '../../kit/changes/block-notes.js';
import { placeId, type ChangePlace, type PlaceKind } from '../../kit/changes/change-places.js';
import type { DiffLayout, SideTitles } from '../../kit/changes/document-diff-view.js';
import { NodeDiffView } from '../../kit/changes/node-diff-view.js';
import { useRequestWords } from '../../kit/curriculum/request-words.js';
import type { ChangedNode, RequestView } from '../../kit/curriculum/types.js';
import { MarginDiff } from '../../kit/diff.js';
import { ChangeMark } from '../../kit/marks.js';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';
import { NodeNotes } from './thread-bits.js';
import { useChangedWords } from './use-changed-words.js';
import { useThreadNotes } from './use-review-threads.js';
import type { Seen } from './use-seen.js';

/** Nodes drawn at once, and nodes that are named at once. */
const PORTION = 4;
const NAMED = 40;

interface Showing {
  readonly layout: DiffLayout;
  readonly only: PlaceKind | undefined;
}

/** Every changed node under its name, on one margin line. */
export function ChangedNodes(
  props: Showing & {
    readonly request: RequestView;
    readonly nodes: readonly ChangedNode[];
    readonly current: ChangePlace | undefined;
    readonly commenting: Commenting;
    readonly seen: Seen;
  },
) {
  const { request, nodes, current, layout, only, commenting } = props;
  const root = useRef<HTMLDivElement>(null);
  const notes = useThreadNotes(commenting, props.seen);
  const mounted = useMountedCount(nodes.length, PORTION);
  const named = useMountedCount(nodes.length, NAMED);
  const at = nodes.findIndex(({ nodeId }) => nodeId === current?.nodeId);
  const writeIn = request.allowed.edit ? request.id : undefined;
  const { t } = useMessages(messages);
  const { speakOf } = commenting;
  const onComment = useCallback(
    (nodeId: string, gone: boolean) => speakOf(wholeNode(nodeId, gone ? 'before' : 'after')),
    [speakOf],
  );
  const requestWords = useRequestWords();
  const before = t('common');
  const after = requestWords.name(request);
  const titles = useMemo(() => ({ before, after }), [before, after]);
  return (
    <div ref={root}>
      <BlockNotesProvider value={notes}>
        <MarginDiff>
          {nodes.slice(0, Math.max(named, at + 1)).map((node, index) => {
            const selected = current?.nodeId === node.nodeId ? current.id : undefined;
            return (
              <NodeSection
                key={node.nodeId}
                node={node}
                layout={layout}
                only={only}
                selected={selected}
                writeIn={writeIn}
                titles={titles}
                drawn={index < mounted || selected !== undefined}
                threads={commenting.places.ofNode(node.nodeId)}
                onComment={commenting.allowed.comment ? onComment : undefined}
              />
            );
          })}
        </MarginDiff>
      </BlockNotesProvider>
      {commenting.allowed.comment && (
        <SelectionMenu
          root={root}
          suggests={commenting.allowed.suggest}
          onPick={commenting.speakOf}
        />
      )}
    </div>
  );
}

interface SectionProps extends Showing {
  readonly node: ChangedNode;
  readonly selected: string | undefined;
  /** The request in which the reader may write. */
  readonly writeIn: string | undefined;
  readonly drawn: boolean;
  readonly titles: SideTitles;
  readonly threads: readonly ThreadView[];
  /** Opens a thread about the node as a whole. */
  readonly onComment: ((nodeId: string, gone: boolean) => void) | undefined;
}

const NodeSection = memo(function NodeSection(props: SectionProps) {
  const { node, selected } = props;
  const id = placeId.node(node.nodeId);
  return (
    <section aria-labelledby={`${id}-name`} className={styles.node} data-node-id={node.nodeId}>
      <div id={id} className={cx(styles.nodeHead, selected === id && styles.isOn)}>
        <NodeHead {...props} headingId={`${id}-name`} />
        <NodeNotes threads={props.threads} />
      </div>
      {props.drawn && (
        <NodeDiffView
          diff={node.diff}
          layout={props.layout}
          selected={selected}
          only={props.only}
          titles={props.titles}
        />
      )}
    </section>
  );
});

/** The name of a node, which stands at once where it can be gone to; the rest comes when it is drawn. */
function NodeHead(props: SectionProps & { readonly headingId: string }) {
  const words = useChangedWords();
  const { node } = props;
  return (
    <>
      <h2 id={props.headingId}>
        {words.mark(node)} <span lang="vi">{node.title}</span>
      </h2>
      {props.drawn && <NodeFacts {...props} />}
    </>
  );
}

function NodeFacts(props: SectionProps) {
  const { t } = useMessages(messages);
  const words = useChangedWords();
  const { node } = props;
  const { status } = node.diff;
  const to = writeHref(props.writeIn, node);
  return (
    <p className={styles.nodeFacts}>
      {status === 'changed' ? (
        words.kind(node.kind)
      ) : (
        <ChangeMark change={nodeChange(node.diff)}>
          {status === 'added'
            ? t('line.added', { kind: words.kind(node.kind) })
            : t('line.removed')}
        </ChangeMark>
      )}
      {node.reason !== '' && <span lang="vi"> · {t('nodeReason', { reason: node.reason })}</span>}
      {to !== undefined && (
        <>
          {' · '}
          <Link href={to}>{t('openNode')}</Link>
        </>
      )}
      {props.onComment !== undefined && (
        <CommentButton
          block={words.name(node)}
          onPress={() => props.onComment?.(node.nodeId, status === 'removed')}
        />
      )}
    </p>
  );
}

/** Where the node is written: its editor, or its line in the tree. */
function writeHref(
  requestId: string | undefined,
  { nodeId, kind, diff }: ChangedNode,
): string | undefined {
  if (requestId === undefined || diff.status === 'removed') return undefined;
  if (kind === 'lesson' || kind === 'annex') return href('lessonEditor', { requestId, nodeId });
  if (kind === 'question') return href('questionEditor', { requestId, nodeId });
  return href('changeRequest', { requestId }, { node: nodeId });
}
