import type { FieldChange } from '@cam-nang/domain';
import type { ChangedNode } from '../../../kit/curriculum/types.js';

const HOUR_KINDS = ['theory', 'discussion', 'practice'] as const;

/** Periods of one kind that a request changes. */
export interface HoursChange {
  readonly kind: (typeof HOUR_KINDS)[number];
  readonly before: number;
  readonly after: number;
}

/** One thing that a request does to the tree. */
export interface StructureLine {
  readonly what: 'added' | 'removed' | 'moved' | 'hours' | 'renamed';
  readonly node: ChangedNode;
  readonly hours: readonly HoursChange[];
}

/** What a request does to the tree, in the order of the tree. Questions are counted, not listed. */
export function structureLines(nodes: readonly ChangedNode[]): readonly StructureLine[] {
  return nodes.filter(({ kind }) => kind !== 'question').flatMap(linesOf);
}

/** How many questions come, go and change. */
export function questionCounts(nodes: readonly ChangedNode[]) {
  const questions = nodes.filter(({ kind }) => kind === 'question');
  const count = (status: ChangedNode['diff']['status']) =>
    questions.filter(({ diff }) => diff.status === status).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}

function linesOf(node: ChangedNode): StructureLine[] {
  const { diff } = node;
  const line = (what: StructureLine['what'], hours: readonly HoursChange[] = []) => ({
    what,
    node,
    hours,
  });
  if (diff.status !== 'changed') return [line(diff.status)];
  const hours = hoursChanges(diff.meta);
  return [
    ...(diff.moved ? [line('moved')] : []),
    ...(diff.renamed === null ? [] : [line('renamed')]),
    ...(hours.length > 0 ? [line('hours', hours)] : []),
  ];
}

function hoursChanges(meta: readonly FieldChange[]): HoursChange[] {
  return HOUR_KINDS.flatMap((kind) => {
    const change = meta.find(({ path }) => path[0] === 'hours' && path[1] === kind);
    if (change === undefined) return [];
    return [{ kind, before: Number(change.before ?? 0), after: Number(change.after ?? 0) }];
  });
}
