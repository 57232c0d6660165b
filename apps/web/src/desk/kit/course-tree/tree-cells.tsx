import type { Hours } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { cx } from '../../../ui/class-names.js';
import { hourMarks, PeriodSquares } from '../../../ui/periods.js';
import table from '../../../ui/table.module.css';
import text from '../../../ui/text.module.css';
import { messages } from './messages/index.js';
import styles from './tree.module.css';
import type { TreeNode } from './tree-rows.js';

const KINDS = ['theory', 'discussion', 'practice'] as const;

function totalOf({ theory, discussion, practice }: Hours): number {
  return theory + discussion + practice;
}

/** Squares and figures of one line: hours of a module, size of the rest. */
export function HourCells(props: {
  readonly node: TreeNode;
  /** Hours before the request, where they were others. */
  readonly before: Hours | undefined;
}) {
  const { node, before } = props;
  if (node.hours === null) return <SizeCells node={node} />;
  const { hours } = node;
  return (
    <>
      <td role="gridcell" className={styles.squares}>
        <Squares hours={hours} />
      </td>
      {KINDS.map((kind) => (
        <td key={kind} role="gridcell" className={cx(table.r, styles.kind)}>
          <Figure value={hours[kind]} before={before?.[kind]} />
        </td>
      ))}
      <td role="gridcell" className={cx(table.r, styles.sum)}>
        <Figure value={totalOf(hours)} before={before && totalOf(before)} />
      </td>
    </>
  );
}

/** A lesson's minutes and a bank's questions stand where the squares of modules are. */
function SizeCells({ node }: { readonly node: TreeNode }) {
  const { t } = useMessages(messages);
  const size =
    node.minutes !== null
      ? t('minutes', { count: node.minutes })
      : node.questions !== null
        ? t(node.kind === 'outcome' ? 'kept' : 'questions', { count: node.questions })
        : null;
  return (
    <>
      <td role="gridcell" className={cx(styles.squares, styles.size)}>
        {size}
      </td>
      <td role="gridcell" className={styles.kind} />
      <td role="gridcell" className={styles.kind} />
      <td role="gridcell" className={styles.kind} />
      <td role="gridcell" className={styles.sum} />
    </>
  );
}

function Squares({ hours }: { readonly hours: Hours }) {
  const { t } = useMessages(messages);
  const { theory, discussion, practice } = hours;
  return (
    <PeriodSquares
      layout="small"
      label={t('squares', { theory, discussion, practice })}
      marks={hourMarks(hours)}
    />
  );
}

function Figure({
  value,
  before,
}: {
  readonly value: number;
  readonly before: number | undefined;
}) {
  const format = useFormat();
  const shown = value === 0 ? '–' : format.number(value);
  if (before === undefined || before === value) return <>{shown}</>;
  return (
    <>
      <del className={text.vh}>{format.number(before)}</del>
      <ins>{shown}</ins>
    </>
  );
}
