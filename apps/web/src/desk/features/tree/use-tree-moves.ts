import { useMemo, useState } from 'react';
import { moveNode } from '@cam-nang/contracts/routes';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
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
export function useTreeMoves(requestId: string, nodes: readonly OverlayNode[]): TreeMoves {
  const [held, setHeld] = useState<Placing>();
  const canDrag = useMemo(() => canStandElsewhere(nodes), [nodes]);
  const { move, act } = useMove(requestId, nodes, setHeld);
  const next = (nodeId: string, at: TreePlace | null, step: Step) =>
    at === null ? null : placeStep(placesFor(nodes, nodeId), at, step);
  const shift = (nodeId: string, step: Step) => {
    const place = next(nodeId, placeOf(nodes, nodeId), step);
    if (place !== null) void move(nodeId, place);
  };
  const placingOf = ({ nodeId, place }: Placing): TreeActs['placing'] => ({
    step: (step) => {
      const to = next(nodeId, place, step);
      if (to !== null) setHeld({ nodeId, place: to });
    },
    settle: () => void move(nodeId, place),
    cancel: () => setHeld(undefined),
  });
  return {
    nodes: held === undefined ? nodes : withMove(nodes, held.nodeId, held.place),
    placingId: held?.nodeId,
    placing: held === undefined || act.busy ? undefined : placingOf(held),
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

/** The act itself; until it is done the tree shows how it will be. */
function useMove(
  requestId: string,
  nodes: readonly OverlayNode[],
  setHeld: (held: Placing | undefined) => void,
) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  const act = useAct(moveNode, { changes: OF_REQUEST });
  const put = async (nodeId: string, place: TreePlace): Promise<boolean> => {
    setHeld({ nodeId, place });
    const done = await act.run({ params: { requestId, nodeId }, body: place });
    setHeld(undefined);
    return done;
  };
  const moving: Moving = {
    nodes,
    put,
    letGo: () => setHeld(undefined),
    tell: ({ node: { title }, under, undo }) => {
      const place = under === undefined ? '' : (under.code ?? '') || words.shown(under).title;
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
