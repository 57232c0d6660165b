import { readEditionNode, readOutline } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Loaded } from '../../../ui/states.js';
import { Disclosure } from '../../../ui/lists.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import { OutlineList } from '../../kit/outline-list.js';
import { useWide } from '../../kit/use-wide.js';
import { Pane } from '../../kit/work.js';
import { href } from '../../routes.js';
import styles from './editions.module.css';
import type { OutlineNode } from './edition-types.js';
import { messages } from './messages/index.js';
import { NodeText } from './node-text.js';

interface Props {
  readonly editionId: string;
  /** The node that is read; the first lesson unless one is chosen. */
  readonly nodeId: string | undefined;
}

const LISTED: readonly OutlineNode['kind'][] = ['module', 'lesson', 'quiz', 'report-task', 'annex'];

/** The whole edition, to be read: its outline, and the text of what is chosen in it. */
export function ReadPart({ editionId, nodeId }: Props) {
  const outline = useRead(readOutline, { params: { editionId } });
  return (
    <Loaded from={outline}>
      {({ nodes }) => <Reading editionId={editionId} nodeId={nodeId} nodes={nodes} />}
    </Loaded>
  );
}

function Reading({ editionId, nodeId, nodes }: Props & { readonly nodes: readonly OutlineNode[] }) {
  const { t } = useMessages(messages);
  const wide = useWide();
  const chosen = nodes.find((node) => node.nodeId === nodeId);
  const shown = chosen ?? nodes.find(({ kind }) => kind === 'lesson');
  const content = useRead(
    readEditionNode,
    shown === undefined ? undefined : { params: { editionId, nodeId: shown.nodeId } },
  );
  const list = <Contents editionId={editionId} nodes={nodes} shown={shown} />;
  return (
    <Pane outline={wide ? list : undefined} outlineLabel={t('readHead')}>
      {!wide && <Disclosure summary={t('readHead')}>{list}</Disclosure>}
      {shown === undefined ? (
        <p className={text.soft}>{t('noText')}</p>
      ) : (
        <Loaded from={content}>
          {({ node }) => (
            <NodeText editionId={editionId} place={shown} node={node} lessons={lessonsOf(nodes)} />
          )}
        </Loaded>
      )}
    </Pane>
  );
}

function lessonsOf(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.filter(({ kind }) => kind === 'lesson');
}

function Contents(props: {
  readonly editionId: string;
  readonly nodes: readonly OutlineNode[];
  readonly shown: OutlineNode | undefined;
}) {
  const words = useNodeWords();
  const { editionId, shown } = props;
  const listed = props.nodes.filter(({ kind }) => LISTED.includes(kind));
  return (
    <OutlineList
      items={listed.map((node) => {
        const { mark, title, lang } = words.shown(node);
        return {
          href: href('edition', { editionId }, { tab: 'tree', node: node.nodeId }),
          title: (
            <span className={node.kind === 'module' ? styles.module : styles.inside} lang={lang}>
              {`${mark} ${title}`.trim()}
            </span>
          ),
          current: node.nodeId === shown?.nodeId,
        };
      })}
    />
  );
}
