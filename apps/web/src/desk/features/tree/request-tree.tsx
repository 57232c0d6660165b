import { useMemo, useState } from 'react';
import type { Hours } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { ListChecksIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { Sheet } from '../../../ui/overlay.js';
import { EmptyState } from '../../../ui/states.js';
import { FilterChips } from '../../../ui/tabs.js';
import { CourseTree } from '../../kit/course-tree/course-tree.js';
import { HoursLegend, HoursState } from '../../kit/course-tree/hours-foot.js';
import {
  isChanged,
  onlyChanged,
  openAtFirst,
  opened,
  toggled,
  treeRows,
} from '../../kit/course-tree/tree-rows.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import { useRequestWords } from '../../kit/curriculum/request-words.js';
import type { OverlayAnswer, OverlayNode } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { FilterBar, Pane } from '../../kit/work.js';
import { useWide } from '../../kit/use-wide.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { messages } from './messages/index.js';
import { NodePanel } from './node-panel.js';
import { changesInside } from './model/changes-inside.js';
import { nodeHref } from './node-href.js';
import { OutdatedBanner, RequestHead } from './request-head.js';
import { NodeState } from './node-state.js';
import { useTreeMoves, type TreeMoves } from './use-tree-moves.js';

interface Props {
  readonly answer: OverlayAnswer;
  /** The tree of the edition that the request starts from. */
  readonly base: readonly { readonly nodeId: string; readonly hours: Hours | null }[] | undefined;
  readonly startAt: string | undefined;
  readonly onlyChanged: boolean;
  /** Whether a file of Word is asked for at once, as from the page of a lesson. */
  readonly fromWord: boolean;
}

/** The tree, its filters, and beside it the selected node (on a phone: over it). */
export function RequestTree(props: Props) {
  const { t } = useMessages(messages);
  const requestWords = useRequestWords();
  const words = useNodeWords();
  const wide = useWide();
  const { request, nodes } = props.answer;
  usePlace(`${t('title')}, ${requestWords.name(request)}`, [
    { title: t('courses'), href: href('course', { courseId: request.courseId }) },
    { title: t('requests'), href: href('changeRequests') },
    { title: requestWords.name(request) },
  ]);
  const view = useTreeView(props);
  const moves = useTreeMoves(request.id, nodes, view.goTo);
  const selected = moves.nodes.find((node) => node.nodeId === view.selected);
  const panel = {
    answer: props.answer,
    moves: request.allowed.edit ? moves : undefined,
    onSelect: view.goTo,
  };
  return (
    <>
      {request.outdated && <OutdatedBanner movesTo={request.movesTo} />}
      <RequestHead
        answer={props.answer}
        selected={selected}
        fromWord={props.fromWord}
        onAdded={view.leadTo}
      />
      <TreeBar {...props} />
      <ProblemNote problem={moves.problem} />
      <Pane
        flush
        side={<NodePanel {...panel} node={wide ? selected : undefined} />}
        sideLabel={t('request')}
      >
        <Tree {...props} view={view} moves={moves} />
      </Pane>
      {!wide && selected !== undefined && (
        <Sheet open={view.isSheetOpen} title={words.kind(selected.kind)} onClose={view.closeSheet}>
          <NodePanel {...panel} node={selected} />
        </Sheet>
      )}
    </>
  );
}

function Tree(props: Props & { readonly view: TreeView; readonly moves: TreeMoves }) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  const go = useGo();
  const { view, moves } = props;
  const { request, nodes, hours } = props.answer;
  const rows = useMemo(
    () => treeRows(props.onlyChanged ? onlyChanged(moves.nodes) : moves.nodes, view.open),
    [props.onlyChanged, moves.nodes, view.open],
  );
  const hoursBefore = useHoursBefore(props.base);
  const state = useStateColumn(props.answer, hoursBefore);
  const editable = request.allowed.edit;
  if (rows.length === 0) {
    return <EmptyState icon={ListChecksIcon} title={t('emptyTitle')} text={t('nothingChanged')} />;
  }
  const open = (nodeId: string) => {
    const node = nodes.find((one) => one.nodeId === nodeId);
    const to = nodeHref(request.id, node);
    if (to === undefined) view.toggle(nodeId);
    else go(to);
  };
  return (
    <CourseTree
      caption={t('caption')}
      rows={rows}
      hours={hours}
      hoursBefore={hoursBefore}
      selectedId={view.selected}
      ledTo={view.ledTo}
      placingId={moves.placingId}
      drag={editable ? moves.drag : undefined}
      nameOf={words.shown}
      state={state}
      acts={{
        select: view.select,
        toggle: view.toggle,
        open,
        shift: editable ? moves.shift : undefined,
        placing: moves.placing,
      }}
    />
  );
}

/** The last column; the same object until the tree itself is another, so that no line is drawn for nothing. */
function useStateColumn({ request, nodes }: OverlayAnswer, hoursBefore: HoursBefore) {
  const { t } = useMessages(messages);
  const label = request.baseEdition?.label;
  const title = label === undefined ? t('stateTitleNone') : t('stateTitle', { label });
  return useMemo(() => {
    const inside = changesInside(nodes);
    return {
      title,
      of: (node: OverlayNode) => (
        <NodeState
          node={node}
          changesInside={inside.get(node.nodeId) ?? 0}
          hoursBefore={hoursBefore?.get(node.nodeId)}
        />
      ),
    };
  }, [title, nodes, hoursBefore]);
}

type HoursBefore = ReadonlyMap<string, Hours> | undefined;

type TreeView = ReturnType<typeof useTreeView>;

/** What is open and selected; where one comes from stands in the address. */
function useTreeView({ answer, startAt, onlyChanged: only }: Props) {
  const [selected, setSelected] = useState(startAt);
  const [ledTo, setLedTo] = useState<{ readonly nodeId: string }>();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [open, setOpen] = useState(() => {
    const first = openAtFirst(answer.nodes, only);
    return startAt === undefined ? first : opened(first, answer.nodes, startAt);
  });
  const goTo = (nodeId: string, parentId?: string) => {
    setSelected(nodeId);
    setOpen((now) => {
      const next = new Set(opened(now, answer.nodes, parentId ?? nodeId));
      if (parentId !== undefined) next.add(parentId);
      return next;
    });
  };
  return {
    selected,
    ledTo,
    select: (nodeId: string) => {
      setSelected(nodeId);
      setSheetOpen(true);
    },
    isSheetOpen,
    closeSheet: () => setSheetOpen(false),
    open,
    toggle: (nodeId: string) => setOpen((now) => toggled(now, nodeId)),
    goTo,
    /** The same with the focus, for what has just been made. */
    leadTo: (nodeId: string, parentId?: string) => {
      goTo(nodeId, parentId);
      setLedTo({ nodeId });
    },
  };
}

function useHoursBefore(base: Props['base']): HoursBefore {
  return useMemo(() => {
    if (base === undefined) return undefined;
    return new Map(base.flatMap(({ nodeId, hours }) => (hours ? [[nodeId, hours] as const] : [])));
  }, [base]);
}

function TreeBar({ answer, onlyChanged: only }: Props) {
  const { t } = useMessages(messages);
  const { request, nodes, hours } = answer;
  const address = (query: Readonly<Record<string, string>>) =>
    href('changeRequest', { requestId: request.id }, query);
  const lines = nodes.filter((node) => node.kind !== 'root' && node.kind !== 'question');
  return (
    <FilterBar end={<HoursState hours={hours} />}>
      <FilterChips
        label={t('filter')}
        filters={[
          { href: address({}), title: t('whole'), count: lines.length, current: !only },
          {
            href: address({ only: 'changed' }),
            title: t('onlyChanged'),
            count: nodes.filter(isChanged).length,
            current: only,
          },
        ]}
      />
      <HoursLegend />
    </FilterBar>
  );
}
