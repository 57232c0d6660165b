import type { compareEditions, ResponseOf } from '@cam-nang/contracts';
import type { NodeDiff } from '@cam-nang/domain';

type Comparison = ResponseOf<typeof compareEditions>;
type Row = Comparison['rows'][number];

/** A line of the comparison of editions with the old and the new in words; without them in a first edition. */
export type RowInWords = Row & { readonly diff: NodeDiff | null };

/** A comparison of editions with all its words, as papers print it. */
export type ComparisonInWords = Omit<Comparison, 'rows'> & { readonly rows: readonly RowInWords[] };

/** The one word for what happened to a node: moved only when nothing else of it changed. */
export function changeOf(node: NodeDiff): Row['change'] {
  if (node.status !== 'changed') return node.status;
  const rewritten = node.before?.contentHash !== node.after?.contentHash;
  return node.moved && !rewritten ? 'moved' : 'changed';
}
