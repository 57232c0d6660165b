import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { studyHash } from '../canon/revision-hashes.js';
import { diffDocuments } from '../diff/document-diff.js';
import type { RichNode } from '../rich-node.js';
import { documentArbitrary } from '../testing/document-arbitrary.js';
import { edited, editsArbitrary } from '../testing/edit-programme.js';
import { collidingEdits, mergeEdited, type MergeEdit } from '../testing/merge-arbitrary.js';
import { changed, mergeTrees, put, without, type TestTree } from '../testing/merge-tree.js';
import { sha256 } from '../testing/sha256.js';

const MODULES = 20;
const LESSONS = 1_979;

/** A root, twenty modules and their lessons: 2,000 nodes. */
const LARGE: TestTree = [
  { id: 'root', in: null },
  ...Array.from({ length: MODULES }, (_, index) => ({ id: `M${index}`, in: 'root' })),
  ...Array.from({ length: LESSONS }, (_, index) => ({
    id: `L${index}`,
    in: `M${index % MODULES}`,
  })),
];

/** Both sides draw from these few, so that they collide. */
const POOL = ['M0', 'M1', 'M2', 'L0', 'L1', 'L2'];

const act = fc.record({
  kind: fc.constantFrom('move', 'delete', 'rename', 'add'),
  id: fc.constantFrom(...POOL),
  to: fc.constantFrom('root', 'M0', 'M1', 'M2', 'M3'),
});

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function done(tree: TestTree, { kind, id, to }: Act, name: string): TestTree {
  const [node, target] = [id, to].map((wanted) => tree.find((one) => one.id === wanted));
  if (kind === 'add') return target === undefined ? tree : put(tree, { id: name, in: to });
  if (node === undefined) return tree;
  if (kind === 'delete') return without(tree, id);
  if (kind === 'rename') return changed(tree, { id, title: `${id} ${name}` });
  return target === undefined || under(tree, to, id) ? tree : put(tree, { ...node, in: to });
}

/** Whether a node is another one, or inside it. */
function under(tree: TestTree, id: string | null, above: string): boolean {
  for (let at = id; at !== null;) {
    if (at === above) return true;
    at = tree.find((one) => one.id === at)?.in ?? null;
  }
  return false;
}

function side(acts: readonly Act[], prefix: string): TestTree {
  return acts.reduce((tree, one, index) => done(tree, one, `${prefix}${index}`), LARGE);
}

describe('a merge of trees of 2,000 nodes', () => {
  it('is one tree: every node once, under a node that is there, reachable from the root', () => {
    const acts = fc.array(act, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(acts, acts, (a, b) => {
        const [ours, theirs] = [side(a, 'N'), side(b, 'T')];
        const { nodes } = mergeTrees(LARGE, ours, theirs);
        const ids = new Set(nodes.map(({ nodeId }) => nodeId));
        expect(ids.size).toBe(nodes.length);
        const reached = new Set<string | null>([null]);
        for (let size = 0; size !== reached.size;) {
          size = reached.size;
          for (const { nodeId, parentId } of nodes) if (reached.has(parentId)) reached.add(nodeId);
        }
        expect(reached.size - 1).toBe(nodes.length);
        const [inOurs, inTheirs] = [ours, theirs].map((one) => new Set(one.map(({ id }) => id)));
        const lost = LARGE.filter(
          ({ id }) => inOurs?.has(id) === true && inTheirs?.has(id) === true,
        )
          .map(({ id }) => id)
          .filter((id) => !ids.has(id));
        expect(lost).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

function called(node: RichNode, name: (id: string) => string): RichNode {
  const id = node.attrs?.['id'];
  return {
    ...node,
    ...(typeof id === 'string' && { attrs: { ...node.attrs, id: name(id) } }),
    ...(node.content && { content: node.content.map((child) => called(child, name)) }),
  };
}

const lesson = (doc: RichNode) =>
  studyHash(
    {
      ...{ kind: 'lesson', title: 'Bài', doc },
      meta: { titleEn: '', minutes: 1, outcomes: [], summary: '', summaryEn: '', keywords: [] },
    },
    sha256,
  );

describe('a difference of documents', () => {
  it('does not depend on what blocks are called', () => {
    fc.assert(
      fc.property(documentArbitrary(), editsArbitrary, (a, edits) => {
        const b = edited(a, edits);
        const name = (id: string) => `z-${id}`;
        const renamed = diffDocuments(called(a, name), called(b, name));
        const plain = diffDocuments(a, b);
        expect(renamed.counts).toEqual(plain.counts);
        const back = JSON.stringify(renamed).replaceAll('"id":"z-', '"id":"');
        expect(back).toBe(JSON.stringify(plain));
      }),
    );
  });

  it('shows no word of texts that are the same to study', () => {
    fc.assert(
      fc.property(documentArbitrary(), editsArbitrary, (a, edits) => {
        const b = edited(a, edits);
        const { counts, empty } = diffDocuments(a, b);
        if (lesson(a) === lesson(b)) expect(counts.words).toEqual({ inserted: 0, deleted: 0 });
        if (empty) expect(lesson(a)).toBe(lesson(b));
      }),
    );
  });

  it('shows something to read exactly where the texts are not the same to study', () => {
    const kinds = fc.constantFrom<readonly MergeEdit['kind'][] | null>(null, ['bold'], ['move']);
    fc.assert(
      fc.property(collidingEdits, kinds, ({ ours, theirs }, only) => {
        const more = theirs.filter(({ kind }) => only?.includes(kind) ?? true);
        const a = mergeEdited(ours, 'a');
        const b = mergeEdited([...ours, ...more], 'a');
        const { words, added, removed, moved, changed: reworded } = diffDocuments(a, b).counts;
        const shown = words.inserted + words.deleted + added + removed + moved + reworded;
        expect(shown > 0).toBe(lesson(a) !== lesson(b));
      }),
      { numRuns: 400 },
    );
  });
});
