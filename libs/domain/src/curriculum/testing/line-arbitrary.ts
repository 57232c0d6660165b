import fc from 'fast-check';

import { appendCommit, asOf, withCommit, type CommitPlan, type Member } from '../line/members.js';
import type { Placement } from '../line/tree.js';

interface Wish {
  readonly nodeId: string;
  readonly after: Placement | null;
}

const NODES = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5'];

const placement: fc.Arbitrary<Placement> = fc.record({
  parentId: fc.constantFrom(null, ...NODES),
  rank: fc.constantFrom('Zz', 'a0', 'a0V', 'a1', 'a2'),
  revisionId: fc.constantFrom('r1', 'r2', 'r3'),
});

const wish: fc.Arbitrary<Wish> = fc.record({
  nodeId: fc.constantFrom(...NODES),
  after: fc.option(placement, { nil: null, freq: 4 }),
});

/** A line as it grew: its intervals and its commits. */
export interface GrownLine {
  readonly members: readonly Member[];
  readonly commits: readonly CommitPlan[];
}

/** Lines grown by random commits on few nodes, so that they often meet the same one again. */
export const lineArbitrary: fc.Arbitrary<GrownLine> = fc
  .array(fc.uniqueArray(wish, { maxLength: 4, selector: (w) => w.nodeId }), { maxLength: 12 })
  .map((programme) => {
    let members: readonly Member[] = [];
    const commits: CommitPlan[] = [];
    for (const wishes of programme) {
      const seq = commits.length;
      const present = new Set(asOf(members, seq).map((row) => row.nodeId));
      const possible = wishes.filter((w) => w.after !== null || present.has(w.nodeId));
      const effective = possible.filter((w) => !isThere(members, seq, w));
      if (effective.length === 0) continue;
      const plan = appendCommit(members, seq, possible);
      members = withCommit(members, plan);
      commits.push(plan);
    }
    return { members, commits };
  });

function isThere(members: readonly Member[], seq: number, { nodeId, after }: Wish): boolean {
  const row = asOf(members, seq).find((candidate) => candidate.nodeId === nodeId);
  return JSON.stringify(row) === JSON.stringify({ nodeId, ...after });
}
