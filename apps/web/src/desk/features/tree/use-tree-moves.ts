import { useMemo, useState } from 'react';
import { moveNode } from '@cam-nang/contracts/routes';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { TreeNode } from '../../kit/course-tree/tree-rows.js';
import type { TreeDrag } from '../../kit/course-tree/tree-props.js';
import {
  canStandElsewhere,
  placeAtLine,
  placeOf,
  placesFor,
  placeStep,
  samePlace,
  withMove,
  type Step,
  type TreePlace,
} from '../../kit/course-tree/tree-places.js';
import type { TreeActs } from '../../kit/course-tree/use-tree-keys.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { OF_REQUEST } from './changes-of-request.js';
import { messages } from './messages/index.js';
import { moveWithUndo, type Moving } from './model/move-with-undo.js';

interface Placing {
  readonly nodeId: string;
  readonly place: TreePlace;
}

/** Shows where a node stands now, also inside what was closed. */
type OnMoved = (nodeId: string, parentId: string) => void;

export interface TreeMoves {
  /** The tree with the node that is being placed where it would go. */
  readonly nodes: readonly OverlayNode[];
  readonly placingId: string | undefined;
  readonly placing: TreeActs['placing'];
  /** Moves a node one step at once. */
  readonly shift: (nodeId: string, step: Step) => void;
  readonly canShift: (nodeId: string, step: Step) => boolean;
  readonly begin: (nodeId: string) => void;
  readonly drag: TreeDrag;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
}

/** Moving nodes: at once by a step, by keys with a preview, or by dragging. Every move can be undone. */
export function useTreeMoves(
  requestId: string,
  nodes: readonly OverlayNode[],
  onMoved: OnMoved,
): TreeMoves {
  const [held, setHeld] = useState<Placing>();
  const canDrag = useMemo(() => canStandElsewhere(nodes), [nodes]);
  const { move, act } = useMove({ requestId, nodes, setHeld, onMoved });
  const next = (nodeId: string, at: TreePlace | null, step: Step) =>
    at === null ? null : placeStep(placesFor(nodes, nodeId), at, step);
  const shift = (nodeId: string, step: Step) => {
    const place = next(nodeId, placeOf(nodes, nodeId), step);
    if (place !== null) void move(nodeId, place);
  };
  return {
    nodes: held === undefined ? nodes : withMove(nodes, held.nodeId, held.place),
    placingId: held?.nodeId,
    placing: held === undefined || act.busy ? undefined : placingOf(held, { next, setHeld, move }),
    shift,
    canShift: (nodeId, step) => next(nodeId, placeOf(nodes, nodeId), step) !== null,
    begin: (nodeId) => {
      const place = placeOf(nodes, nodeId);
      if (place !== null) setHeld({ nodeId, place });
    },
    drag: dragOf({
      nodes,
      canDrag,
      held,
      busy: act.busy,
      setHeld,
      settle: (at) => void move(at.nodeId, at.place),
    }),
    busy: act.busy,
    problem: act.problem,
  };
}

/** Placing by keys: every step is shown, nothing is done before it is settled. */
function placingOf(
  { nodeId, place }: Placing,
  of: {
    readonly next: (nodeId: string, at: TreePlace | null, step: Step) => TreePlace | null;
    readonly setHeld: (held: Placing | undefined) => void;
    readonly move: (nodeId: string, place: TreePlace) => Promise<void>;
  },
): TreeActs['placing'] {
  return {
    step: (step) => {
      const to = of.next(nodeId, place, step);
      if (to !== null) of.setHeld({ nodeId, place: to });
    },
    settle: () => void of.move(nodeId, place),
    cancel: () => of.setHeld(undefined),
  };
}

/** The act itself; until it is done the tree shows how it will be. */
function useMove({
  requestId,
  nodes,
  setHeld,
  onMoved,
}: {
  readonly requestId: string;
  readonly nodes: readonly OverlayNode[];
  readonly setHeld: (held: Placing | undefined) => void;
  readonly onMoved: OnMoved;
}) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  /** "CD04", "Ngân hàng câu hỏi CD04": banks are called alike in every module. */
  const placeName = ({ kind, code, title, parentId }: TreeNode): string => {
    if (kind !== 'bank') return code ?? title;
    const module = nodes.find((one) => one.nodeId === parentId);
    return `${words.kind(kind)} ${module?.code ?? ''}`.trim();
  };
  const act = useAct(moveNode, { changes: OF_REQUEST });
  const put = async (nodeId: string, place: TreePlace): Promise<boolean> => {
    setHeld({ nodeId, place });
    const done = await act.run({ params: { requestId, nodeId }, body: place });
    setHeld(undefined);
    if (done) onMoved(nodeId, place.parentId);
    return done;
  };
  const moving: Moving = {
    nodes,
    put,
    letGo: () => setHeld(undefined),
    tell: ({ node: { title }, under, undo }) => {
      const place = under === undefined ? '' : placeName(under);
      toast(place === '' ? t('moved', { title }) : t('movedTo', { title, place }), { undo });
    },
  };
  const move = (nodeId: string, place: TreePlace) => moveWithUndo(moving, nodeId, place);
  return { move, act };
}

function dragOf(of: {
  readonly nodes: readonly OverlayNode[];
  readonly canDrag: TreeDrag['canDrag'];
  readonly held: Placing | undefined;
  readonly busy: boolean;
  readonly setHeld: (held: Placing | undefined) => void;
  readonly settle: (held: Placing) => void;
}): TreeDrag {
  return {
    canDrag: of.canDrag,
    over: (nodeId, line) => {
      const place =
        line.nodeId === nodeId ? placeOf(of.nodes, nodeId) : placeAtLine(of.nodes, nodeId, line);
      if (place !== null && !samePlace(place, of.held?.place ?? null))
        of.setHeld({ nodeId, place });
    },
    drop: () => {
      if (of.held !== undefined) of.settle(of.held);
    },
    cancel: () => {
      if (!of.busy) of.setHeld(undefined);
    },
  };
}
