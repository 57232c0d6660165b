import { memo, type DragEvent } from 'react';
import type { Hours } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { ChevronDownIcon, ChevronRightIcon, GripVerticalIcon } from '../../../ui/icons.js';
import table from '../../../ui/table.module.css';
import { NodeIcon } from '../curriculum/node-words.js';
import type { CourseTreeProps, TreeDrag } from './tree-props.js';
import { messages } from './messages/index.js';
import { HourCells } from './tree-cells.js';
import { OUTCOMES_LINE, type TreeNode, type TreeRow } from './tree-rows.js';
import styles from './tree.module.css';
import type { TreeActs } from './use-tree-keys.js';

/** What one line needs: nothing in it is another object unless the line looks otherwise. */
interface LineProps<N extends TreeNode> {
  readonly row: TreeRow<N>;
  readonly index: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly placingId: string | undefined;
  readonly acts: Pick<TreeActs, 'select' | 'toggle' | 'open'>;
  /** Absent where lines cannot be dragged. */
  readonly drag: Omit<TreeDrag, 'canDrag'> | undefined;
  readonly canDrag: boolean;
  /** Hours before the request. */
  readonly hoursBefore: Hours | undefined;
  readonly state: CourseTreeProps<N>['state'];
  readonly nameOf: CourseTreeProps<N>['nameOf'];
}

interface RowRef {
  /** Hears of the row's element, to measure it. */
  readonly onRow: ((element: HTMLTableRowElement | null) => void) | undefined;
}

/** One line of the tree; it is drawn anew only when something of it changes, however the page is scrolled. */
export const TreeLine = memo(Line) as typeof Line;

function Line<N extends TreeNode>({ onRow, ...props }: LineProps<N> & RowRef) {
  const { row, index, isSelected, placingId, state } = props;
  const { node } = row;
  return (
    <tr
      ref={onRow}
      role="row"
      data-node={node.nodeId}
      data-index={index}
      aria-level={row.level}
      aria-rowindex={index + 2}
      aria-expanded={row.hasChildren ? row.isOpen : undefined}
      aria-selected={isSelected}
      tabIndex={props.isTabStop ? 0 : -1}
      className={cx(
        isSelected && table.isSel,
        styles.row,
        node.kind === 'module' && styles.module,
        node.change === 'deleted' && styles.gone,
        placingId === node.nodeId && styles.placing,
      )}
      onClick={() => props.acts.select(node.nodeId)}
      onDoubleClick={() => props.acts.open(node.nodeId)}
      {...dragProps(props)}
    >
      <NameCell {...props} />
      <HourCells node={node} before={props.hoursBefore} />
      {state !== undefined && (
        <td role="gridcell" className={styles.state}>
          {state.of(node)}
        </td>
      )}
    </tr>
  );
}

function NameCell<N extends TreeNode>(props: LineProps<N>) {
  const { t } = useMessages(messages);
  const { row } = props;
  const { node, level } = row;
  const gathered = node.nodeId === OUTCOMES_LINE;
  const { mark, title, lang } = gathered
    ? { mark: '', title: t('outcomes'), lang: undefined }
    : props.nameOf(node);
  return (
    <th scope="row" role="rowheader" className={styles.name} data-level={Math.min(level, 4)}>
      <span className={styles.line}>
        <span className={styles.lead}>
          {row.hasChildren ? (
            <Twisty {...props} title={title} />
          ) : (
            <span className={styles.grip} aria-hidden="true">
              {props.canDrag && <GripVerticalIcon />}
            </span>
          )}
        </span>
        <span className={styles.mark}>{mark === '' ? <NodeIcon kind={node.kind} /> : mark}</span>
        <span className={styles.title} lang={lang}>
          {title}
          {node.moduleKind === 'elective' && <span className={styles.tag}> {t('elective')}</span>}
        </span>
        {props.placingId === node.nodeId && (
          <span className={styles.hint}>
            <kbd>↑</kbd>
            <kbd>↓</kbd>
            <kbd>←</kbd>
            <kbd>→</kbd> {t('moving')} <kbd>Enter</kbd> {t('place')}
          </span>
        )}
      </span>
    </th>
  );
}

function Twisty<N extends TreeNode>(props: LineProps<N> & { readonly title: string }) {
  const { t } = useMessages(messages);
  const { row, title } = props;
  const Icon = row.isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.twisty}
      aria-label={t(row.isOpen ? 'collapse' : 'expand', { title })}
      onClick={(event) => {
        event.stopPropagation();
        props.acts.toggle(row.node.nodeId);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon />
    </button>
  );
}

const TYPE = 'application/x-cam-nang-node';

/** What dragging needs on a line; the id of what is dragged is also known while it is over others. */
function dragProps<N extends TreeNode>({ row, drag, canDrag, placingId }: LineProps<N>) {
  if (drag === undefined) return {};
  const { nodeId } = row.node;
  return {
    draggable: canDrag,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(TYPE, nodeId);
      event.dataTransfer.effectAllowed = 'move';
      drag.over(nodeId, { nodeId, half: 'lower' });
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (placingId === undefined || !event.dataTransfer.types.includes(TYPE)) return;
      event.preventDefault();
      if (nodeId === placingId) return;
      const box = event.currentTarget.getBoundingClientRect();
      const half = event.clientY < box.top + box.height / 2 ? 'upper' : 'lower';
      drag.over(placingId, { nodeId, half });
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (placingId !== undefined) drag.drop(placingId);
    },
    onDragEnd: () => drag.cancel(),
  };
}
