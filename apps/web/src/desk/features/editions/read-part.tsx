import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { readEditionNode, readOutline } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Loaded } from '../../../ui/states.js';
import { Disclosure } from '../../../ui/lists.js';
import { Link } from '../../../ui/link.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { ComposerSheet } from '../../editor/threads/composer.js';
import { SelectionMenu } from '../../editor/threads/selection-menu.js';
import type { Commenting } from '../../editor/threads/use-commenting.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import type { EditionView } from '../../kit/curriculum/types.js';
import { OutlineList } from '../../kit/outline-list.js';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { useWide } from '../../kit/use-wide.js';
import { Pane } from '../../kit/work.js';
import { href } from '../../routes.js';
import styles from './editions.module.css';
import type { EditionNode, OutlineNode } from './edition-types.js';
import { messages } from './messages/index.js';
import { NodeComments } from './node-comments.js';
import { NodeText } from './node-text.js';
import { RevertButton } from './revert-button.js';
import { useEditionComments } from './use-edition-comments.js';

interface Props {
  readonly edition: EditionView;
  /** The node that is read; the first lesson unless one is chosen. */
  readonly nodeId: string | undefined;
}

/** Element id of what people say about the text. */
const COMMENTS = 'comments';
/** Places drawn at once. */
const PORTION = 100;
const LISTED: readonly OutlineNode['kind'][] = ['module', 'lesson', 'quiz', 'report-task', 'annex'];

/** The whole edition, to be read: its outline, and the text of what is chosen in it. */
export function ReadPart({ edition, nodeId }: Props) {
  const editionId = edition.id;
  const outline = useRead(readOutline, { params: { editionId } });
  return (
    <Loaded from={outline}>
      {({ nodes, courseId }) => (
        <Reading edition={edition} courseId={courseId} nodeId={nodeId} nodes={nodes} />
      )}
    </Loaded>
  );
}

interface ReadingProps extends Props {
  readonly courseId: string;
  readonly nodes: readonly OutlineNode[];
}

function Reading({ edition, courseId, nodeId, nodes }: ReadingProps) {
  const editionId = edition.id;
  const root = useRef<HTMLDivElement>(null);
  const commenting = useEditionComments(edition, nodes);
  const { t } = useMessages(messages);
  const wide = useWide();
  const shown = shownOf(nodes, nodeId);
  const content = useText(editionId, shown);
  const node = content.data?.node;
  useTurnTo(root, node?.nodeId, nodeId);
  const isSpokenOf = edition.state === 'candidate' || commenting.threads.length > 0;
  // On a phone what people say stands below the text.
  const isBelow = isSpokenOf && !wide;
  const list = <Contents editionId={editionId} nodes={nodes} shown={shown} />;
  return (
    <Pane
      outline={wide ? list : undefined}
      outlineLabel={t('readHead')}
      side={isSpokenOf ? besideText(commenting, node) : undefined}
      sideLabel={t('comments')}
    >
      {!wide && <FoldedContents shown={shown}>{list}</FoldedContents>}
      {shown === undefined ? (
        <p className={text.soft}>{t('noText')}</p>
      ) : (
        <div ref={root} className={styles.turned} data-node-id={shown.nodeId}>
          <Loaded from={content}>
            {(read) => (
              <NodeText
                editionId={editionId}
                courseId={courseId}
                place={shown}
                node={read.node}
                lessons={lessonsOf(nodes)}
                note={isBelow ? <ToComments /> : undefined}
              />
            )}
          </Loaded>
          <BringBack edition={edition} node={node} />
        </div>
      )}
      {commenting.allowed.comment && (
        <SelectionMenu root={root} suggests={false} onPick={commenting.speakOf} />
      )}
      <ComposerSheet composer={commenting.composer} allowed={commenting.allowed} />
    </Pane>
  );
}

/** Shows the beginning of a text that was chosen, once it has come: the head of the page fills a phone. */
function useTurnTo(
  root: RefObject<HTMLElement | null>,
  read: string | undefined,
  chosen: string | undefined,
): void {
  const wide = useWide();
  const turns = !wide && read !== undefined && read === chosen;
  useEffect(() => {
    if (turns) root.current?.scrollIntoView();
  }, [root, turns, read]);
}

/** A choice closes the list: the text that was chosen stands below it. */
function FoldedContents(props: {
  readonly shown: OutlineNode | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useMessages(messages);
  return (
    <Disclosure key={props.shown?.nodeId} summary={t('readHead')}>
      {props.children}
    </Disclosure>
  );
}

function ToComments() {
  const { t } = useMessages(messages);
  return (
    <Link className={styles.note} href={`#${COMMENTS}`}>
      {t('toComments')}
    </Link>
  );
}

/** The text of a node of the edition. */
function useText(editionId: string, shown: OutlineNode | undefined) {
  const params = shown === undefined ? undefined : { editionId, nodeId: shown.nodeId };
  return useRead(readEditionNode, params && { params });
}

/** What is read: the chosen node, else the first lesson. */
function shownOf(nodes: readonly OutlineNode[], nodeId: string | undefined) {
  const chosen = nodes.find((node) => node.nodeId === nodeId);
  return chosen ?? nodes.find(({ kind }) => kind === 'lesson');
}

/** The way back to this text of an issued edition. */
function BringBack({
  edition,
  node,
}: Pick<Props, 'edition'> & { readonly node: EditionNode | undefined }) {
  if (node === undefined || edition.issuedAt === null || edition.recordOnly) return null;
  const { nodeId, title } = node;
  return (
    <div className={styles.reading}>
      <div className={styles.after}>
        <RevertButton key={nodeId} edition={edition} node={{ nodeId, title }} />
      </div>
    </div>
  );
}

/** What people say about the text that is read, once there is one. */
function besideText(commenting: Commenting, node: EditionNode | undefined) {
  if (node === undefined) return undefined;
  return (
    <div id={COMMENTS}>
      <NodeComments key={node.nodeId} commenting={commenting} node={node} />
    </div>
  );
}

function lessonsOf(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.filter(({ kind }) => kind === 'lesson');
}

/** Where one can go in the edition: of thousands of places the first at once, the others a moment later. */
function Contents(props: {
  readonly editionId: string;
  readonly nodes: readonly OutlineNode[];
  readonly shown: OutlineNode | undefined;
}) {
  const words = useNodeWords();
  const { editionId, nodes, shown } = props;
  const places = useMemo(
    () =>
      nodes
        .filter(({ kind }) => LISTED.includes(kind))
        .map((node) => {
          const { mark, title, lang } = words.shown(node);
          return {
            nodeId: node.nodeId,
            href: href('edition', { editionId }, { tab: 'tree', node: node.nodeId }),
            title: (
              <span className={node.kind === 'module' ? styles.module : styles.inside} lang={lang}>
                {`${mark} ${title}`.trim()}
              </span>
            ),
          };
        }),
    [nodes, editionId, words],
  );
  const mounted = useMountedCount(places.length, PORTION);
  return (
    <OutlineList
      items={places
        .slice(0, mounted)
        .map(({ nodeId, ...place }) => ({ ...place, current: nodeId === shown?.nodeId }))}
    />
  );
}
