import type { compareEditions, ResponseOf } from '@cam-nang/contracts';
import type { NodeDiff } from '@cam-nang/domain';

type Comparison = ResponseOf<typeof compareEditions>;
type Row = Comparison['rows'][number];

/** A line of the comparison of editions with the old and the new in words; without them in a first edition. */
export type RowInWords = Row & { readonly diff: NodeDiff | null };

/** A comparison of editions with all its words, as papers print it. */
export type ComparisonInWords = Omit<Comparison, 'rows'> & { readonly rows: readonly RowInWords[] };
