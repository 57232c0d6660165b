import { useMessages } from '../../../lib/i18n/catalogue.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import { LinkButton } from '../../../ui/button.js';
import { BookOpenIcon, HistoryIcon, PencilIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import text from '../../../ui/text.module.css';
import { isChanged } from '../../kit/course-tree/tree-rows.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import type { OverlayAnswer, OverlayNode } from '../../kit/curriculum/types.js';
import { ChangeMark, type Change } from '../../kit/marks.js';
import { Details } from '../../kit/work.js';
import { href } from '../../routes.js';
import { HoursAdvice } from './hours-advice.js';
import { messages } from './messages/index.js';
import { NodeActs } from './node-acts.js';
import { nodeHref } from './node-href.js';
import { NodeReason } from './node-reason.js';
import { RequestSummary } from './request-summary.js';
import { SettingsDialog } from './settings-dialog.js';
import styles from './tree.module.css';
import type { TreeMoves } from './use-tree-moves.js';

export interface PanelProps {
  readonly answer: OverlayAnswer;
  readonly node: OverlayNode | undefined;
  /** Absent where nothing may be changed. */
  readonly moves: TreeMoves | undefined;
  readonly onSelect: (nodeId: string) => void;
}

/** The selected node with what can be done to it; without one, the request itself. */
export function NodePanel(props: PanelProps) {
  const { node } = props;
  return (
    <div className={styles.panel}>
      {node === undefined ? (
        <RequestSummary answer={props.answer} />
      ) : (
        <NodeDetails key={node.nodeId} {...props} node={node} />
      )}
      <HoursAdvice answer={props.answer} />
    </div>
  );
}

const heads = {
  none: { change: 'same', key: 'panelSame' },
  through_child: { change: 'same', key: 'panelSame' },
  new: { change: 'added', key: 'panelNew' },
  changed: { change: 'changed', key: 'panelChanged' },
  changed_and_moved: { change: 'changed', key: 'panelChanged' },
  moved: { change: 'moved', key: 'panelMoved' },
  deleted: { change: 'removed', key: 'panelDeleted' },
} as const satisfies Readonly<
  Record<OverlayNode['change'], { readonly change: Change; readonly key: string }>
>;

type DetailProps = PanelProps & { readonly node: OverlayNode };

function NodeDetails(props: DetailProps) {
  const { t, locale } = useMessages(messages);
  const { node, answer } = props;
  const { change, key } = heads[node.change];
  const editable = props.moves !== undefined && node.change !== 'deleted';
  return (
    <div>
      <ChangeMark change={change}>{t(key)}</ChangeMark>
      <h2 className={styles.title} lang={langOf(locale, node.titleEn)}>
        {node.label !== '' && node.kind !== 'module' && `${node.label} `}
        {pick(locale, node.title, node.titleEn)}
      </h2>
      <Facts {...props} />
      <OpenLink {...props} editable={editable} />
      <HistoryLink {...props} />
      {editable && (
        <SettingsDialog requestId={answer.request.id} node={node} nodes={answer.nodes} />
      )}
      {props.moves !== undefined && <NodeActs {...props} node={node} moves={props.moves} />}
      {props.moves === undefined && <p className={text.soft}>{t('readOnly')}</p>}
      {isChanged(node) && (
        <NodeReason
          requestId={answer.request.id}
          nodeId={node.nodeId}
          editable={props.moves !== undefined}
        />
      )}
    </div>
  );
}

function OpenLink(props: DetailProps & { readonly editable: boolean }) {
  const { t } = useMessages(messages);
  const { node } = props;
  const to = nodeHref(props.answer.request.id, node);
  if (to === undefined) return null;
  const words = {
    lesson: t('openLesson'),
    annex: t('openAnnex'),
    question: t('openQuestion'),
    bank: t('openBank'),
  };
  const editing = props.editable && node.kind in words;
  return (
    <p className={styles.open}>
      <LinkButton href={to}>
        {editing ? <PencilIcon /> : <BookOpenIcon />}
        {editing ? words[node.kind as keyof typeof words] : t('readLesson')}
      </LinkButton>
    </p>
  );
}

/** The way to how the node came to be what it is; a new one has no history yet. */
function HistoryLink({ node, answer }: DetailProps) {
  const { t } = useMessages(messages);
  if (node.change === 'new') return null;
  const { courseId } = answer.request;
  return (
    <p>
      <Link className={text.lnk} href={href('nodeHistory', { courseId, nodeId: node.nodeId })}>
        <HistoryIcon />
        {t(node.kind === 'lesson' ? 'historyLesson' : 'historyNode')}
      </Link>
    </p>
  );
}

function Facts({ node, answer }: DetailProps) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  const rows = [
    { name: t('kind'), value: words.kind(node.kind) },
    { name: t('position'), value: usePosition(node, answer.nodes) },
    { name: t('hours'), value: hoursText(node, t) },
    { name: t('minutes'), value: node.minutes && t('minutesOf', { count: node.minutes }) },
    { name: t('questions'), value: node.questions && t('questionsOf', { count: node.questions }) },
    { name: t('changedWords'), value: node.words && t('changedWordsOf', { count: node.words }) },
    {
      name: t('version'),
      value: node.draftVersion && t('versionOf', { count: node.draftVersion }),
    },
  ];
  return (
    <Details rows={rows.filter(({ value }) => value !== null && value !== 0 && value !== '')} />
  );
}

function usePosition(node: OverlayNode, nodes: readonly OverlayNode[]): string {
  const { t, locale } = useMessages(messages);
  const parent = nodes.find((one) => one.nodeId === node.parentId);
  if (parent === undefined) return '';
  // Outcomes come before the topics and are not counted with them.
  const siblings = nodes.filter(
    (one) => one.parentId === node.parentId && one.kind === node.kind && one.change !== 'deleted',
  );
  const no = siblings.findIndex((one) => one.nodeId === node.nodeId) + 1;
  const name = parent.code ?? pick(locale, parent.title, parent.titleEn);
  return no === 0 ? name : t('positionOf', { no, parent: name });
}

function hoursText(
  { hours }: OverlayNode,
  t: ReturnType<typeof useMessages<typeof messages.vi>>['t'],
): string {
  if (hours === null) return '';
  return (['theory', 'discussion', 'practice'] as const)
    .filter((kind) => hours[kind] > 0)
    .map((kind) => `${hours[kind]} ${t(kind).toLocaleLowerCase()}`)
    .join(', ');
}
