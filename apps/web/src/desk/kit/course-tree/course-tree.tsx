import { useEffect, useRef } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import table from '../../../ui/table.module.css';
import text from '../../../ui/text.module.css';
import { HoursFoot } from './hours-foot.js';
import { messages } from './messages/index.js';
import { TreeLine } from './tree-line.js';
import type { CourseTreeProps } from './tree-props.js';
import type { TreeNode } from './tree-rows.js';
import styles from './tree.module.css';
import { useLineActs } from './use-line-acts.js';
import { useShownRows } from './use-shown-rows.js';
import { treeKey } from './use-tree-keys.js';

/** Height of what stays at the upper and lower edge of the window. */
const BARS = 72;

/** A curriculum as a tree with its hours: keys walk it, squares and figures add up below. */
export function CourseTree<N extends TreeNode>(props: CourseTreeProps<N>) {
  const { rows, selectedId, state, drag } = props;
  const at = rows.findIndex((row) => row.node.nodeId === selectedId);
  const tableRef = useRef<HTMLTableElement>(null);
  const { indexes, before, after, measure } = useShownRows(rows.length, at);
  const focusSoon = useFocusOnSelected(tableRef, selectedId, props.ledTo);
  const lines = useLineActs(props);
  const columns = state === undefined ? 0 : 1;
  return (
    <table
      ref={tableRef}
      role="treegrid"
      aria-rowcount={rows.length + 1}
      className={cx(table.tw, table.tl, styles.tree)}
      onKeyDown={(event) => {
        const line = event.target instanceof Element ? event.target.closest('tr[data-node]') : null;
        if (line === null || event.target !== line) return;
        const nodeId = line.getAttribute('data-node') ?? '';
        if (!treeKey(event, rows, nodeId, props.acts)) return;
        event.preventDefault();
        focusSoon();
      }}
    >
      <caption className={text.vh}>{props.caption}</caption>
      <TreeHead state={state?.title} />
      <tbody role="rowgroup">
        <Spacer height={before} columns={6 + columns} />
        {indexes.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { nodeId } = row.node;
          return (
            <TreeLine
              key={nodeId}
              row={row}
              index={index}
              isTabStop={at < 0 ? index === 0 : index === at}
              isSelected={index === at}
              placingId={props.placingId}
              acts={lines.acts}
              drag={drag === undefined ? undefined : lines.drag}
              canDrag={drag?.canDrag(nodeId) === true}
              hoursBefore={props.hoursBefore?.get(nodeId)}
              state={state}
              nameOf={props.nameOf}
              onRow={measure}
            />
          );
        })}
        <Spacer height={after} columns={6 + columns} />
      </tbody>
      {props.hours !== undefined && <HoursFoot hours={props.hours} columns={columns} />}
    </table>
  );
}

function TreeHead({ state }: { readonly state: string | undefined }) {
  const { t } = useMessages(messages);
  const kinds = ['theory', 'discussion', 'practice'] as const;
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">
          {t('name')}
        </th>
        <th scope="col" role="columnheader" className={styles.squares}>
          {t('periods')}
        </th>
        {kinds.map((kind) => (
          <th
            key={kind}
            scope="col"
            role="columnheader"
            className={cx(table.r, styles.kind)}
            title={t(`${kind}Long`)}
          >
            {t(kind)}
          </th>
        ))}
        <th scope="col" role="columnheader" className={cx(table.r, styles.sum)}>
          {t('total')}
        </th>
        {state !== undefined && (
          <th scope="col" role="columnheader" className={styles.state}>
            {state}
          </th>
        )}
      </tr>
    </thead>
  );
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className={styles.spacer}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

/**
 * After a key, or an act that led to a line, the focus follows the selected line, also when it comes into the page a
 * moment later.
 */
function useFocusOnSelected(
  tableRef: { readonly current: HTMLTableElement | null },
  selectedId: string | undefined,
  ledTo: CourseTreeProps<TreeNode>['ledTo'],
): () => void {
  const wanted = useRef(false);
  useEffect(() => {
    if (ledTo !== undefined) wanted.current = true;
  }, [ledTo]);
  useEffect(() => {
    if (!wanted.current || selectedId === undefined) return;
    const frame = requestAnimationFrame(() => {
      const line = tableRef.current?.querySelector<HTMLElement>(
        `tr[data-node="${CSS.escape(selectedId)}"]`,
      );
      if (line === null || line === undefined) return;
      line.focus({ preventScroll: true });
      line.scrollIntoView({ block: isSeen(line) ? 'nearest' : 'center' });
      wanted.current = false;
    });
    return () => cancelAnimationFrame(frame);
  });
  return () => {
    wanted.current = true;
  };
}

/** Neither out of the window nor under the bars at its edges. */
function isSeen(line: HTMLElement): boolean {
  const { top, bottom } = line.getBoundingClientRect();
  return top > BARS && bottom < window.innerHeight - BARS;
}
