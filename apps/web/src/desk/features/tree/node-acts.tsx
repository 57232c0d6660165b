import { deleteNode, restoreNode, takeBackRestoring } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, ButtonRow, IconButton } from '../../../ui/button.js';
import {
  ArrowDownIcon,
  ArrowLeftIcon,
  ArrowRightIcon,
  ArrowUpIcon,
  MoveVerticalIcon,
  RotateCcwIcon,
  Trash2Icon,
  type IconType,
} from '../../../ui/icons.js';
import { toast } from '../../../ui/toast.js';
import text from '../../../ui/text.module.css';
import { useAct } from '../../data/act.js';
import type { Step } from '../../kit/course-tree/tree-places.js';
import { isChanged } from '../../kit/course-tree/tree-rows.js';
import type { OverlayAnswer, OverlayNode } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { OF_REQUEST } from './changes-of-request.js';
import { messages } from './messages/index.js';
import styles from './tree.module.css';
import type { TreeMoves } from './use-tree-moves.js';

interface Props {
  readonly answer: OverlayAnswer;
  readonly node: OverlayNode;
  readonly moves: TreeMoves;
  readonly onSelect: (nodeId: string) => void;
}

/** Moving, deleting and bringing back the selected node. */
export function NodeActs(props: Props) {
  const { t } = useMessages(messages);
  const { node, answer } = props;
  const remove = useRemoval(props);
  const restore = useRestoring(props);
  const params = { requestId: answer.request.id, nodeId: node.nodeId };
  const deleted = node.change === 'deleted';
  return (
    <div className={styles.acts}>
      {!deleted && node.kind !== 'root' && <MoveButtons {...props} />}
      <ButtonRow>
        {isChanged(node) && node.change !== 'new' && (
          <Button size="small" busy={restore.busy} onClick={() => void restore.run({ params })}>
            <RotateCcwIcon />
            {t(deleted ? 'restoreDeleted' : 'restore')}
          </Button>
        )}
        {!deleted && node.kind !== 'root' && (
          <Button
            size="small"
            look="danger"
            busy={remove.busy}
            onClick={() => void remove.run({ params })}
          >
            <Trash2Icon />
            {t('delete')}
          </Button>
        )}
      </ButtonRow>
      <ProblemNote problem={remove.problem ?? restore.problem} />
    </div>
  );
}

function useRemoval({ node, answer }: Props) {
  const { t } = useMessages(messages);
  const back = useAct(restoreNode, { changes: OF_REQUEST });
  const params = { requestId: answer.request.id, nodeId: node.nodeId };
  return useAct(deleteNode, {
    changes: OF_REQUEST,
    onDone: () =>
      toast(t(node.change === 'new' ? 'deletedNew' : 'deleted', { title: node.title }), {
        undo: () => void back.run({ params }),
      }),
  });
}

/** Whoever restores by mistake has the words, the place and the reason back. */
function useRestoring({ node, answer }: Props) {
  const { t } = useMessages(messages);
  const back = useAct(takeBackRestoring, { changes: OF_REQUEST });
  const params = { requestId: answer.request.id, nodeId: node.nodeId };
  const restore = useAct(restoreNode, {
    changes: OF_REQUEST,
    onDone: () =>
      node.change === 'deleted'
        ? toast(t('broughtBack', { title: node.title }))
        : toast(t('restored', { title: node.title }), { undo: () => void back.run({ params }) }),
  });
  return { run: restore.run, busy: restore.busy, problem: restore.problem ?? back.problem };
}

const steps: readonly { readonly step: Step; readonly icon: IconType }[] = [
  { step: 'up', icon: ArrowUpIcon },
  { step: 'down', icon: ArrowDownIcon },
  { step: 'out', icon: ArrowLeftIcon },
  { step: 'in', icon: ArrowRightIcon },
];

function MoveButtons({ node, moves, onSelect }: Props) {
  const { t } = useMessages(messages);
  const words = { up: t('up'), down: t('down'), out: t('out'), in: t('in') };
  const placing = moves.placingId === node.nodeId;
  return (
    <div role="group" aria-label={t('moveHead')}>
      <div className={styles.moves}>
        {steps.map(({ step, icon: Icon }) => (
          <IconButton
            key={step}
            label={words[step]}
            disabled={moves.busy || !moves.canShift(node.nodeId, step)}
            onClick={() => {
              moves.shift(node.nodeId, step);
              onSelect(node.nodeId);
            }}
          >
            <Icon />
          </IconButton>
        ))}
      </div>
      <div className={text.onlyWide}>
        <Button
          size="small"
          disabled={moves.busy}
          aria-pressed={placing}
          onClick={() => {
            moves.begin(node.nodeId);
            focusLine(node.nodeId);
          }}
        >
          <MoveVerticalIcon />
          {t('place')}
        </Button>
      </div>
      {placing && (
        <p className={text.xs} role="status">
          {t('placing')}
        </p>
      )}
    </div>
  );
}

/** Arrow keys are heard by the line itself. */
function focusLine(nodeId: string): void {
  document.querySelector<HTMLElement>(`tr[data-node="${CSS.escape(nodeId)}"]`)?.focus();
}
