import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { canonicalDocument } from '../canon/canonical-document.js';
import { blockId, plainText, type RichNode } from '../rich-node.js';
import {
  collidingEdits,
  MERGE_BASE,
  mergeEdited,
  type MergeEdit,
} from '../testing/merge-arbitrary.js';
import { sha256 } from '../testing/sha256.js';
import { mergeDocuments, type BlockResolution, type DocumentMerge } from './merge-documents.js';

const RUNS = { numRuns: 120 };

function merge(
  ours: RichNode,
  theirs: RichNode,
  resolutions: readonly BlockResolution[] = [],
): DocumentMerge {
  return mergeDocuments(MERGE_BASE, ours, theirs, { hash: sha256, resolutions });
}

function blocks(node: RichNode): readonly RichNode[] {
  return (node.content ?? []).flatMap((child) =>
    blockId(child) === null ? [] : [child, ...blocks(child)],
  );
}

const idsOf = (document: RichNode) => blocks(document).map((block) => blockId(block) ?? '');

const LINE = ['text'];

/** What each kind of block of the generated lessons may hold, as the schema of lessons has it; `least` is how much. */
const HOLDS: Readonly<
  Record<string, { readonly kinds: readonly string[]; readonly least: number }>
> = {
  doc: { kinds: ['paragraph', 'heading', 'bulletList', 'table'], least: 0 },
  paragraph: { kinds: LINE, least: 0 },
  heading: { kinds: LINE, least: 0 },
  bulletList: { kinds: ['listItem'], least: 1 },
  listItem: { kinds: ['paragraph'], least: 1 },
  table: { kinds: ['tableRow'], least: 1 },
  tableRow: { kinds: ['tableCell'], least: 1 },
  tableCell: { kinds: ['paragraph'], least: 1 },
};

/** Blocks that hold what they may not, or too little. */
function misplaced(node: RichNode): readonly string[] {
  if (node.type === 'text')
    return node.text === undefined || node.text === '' ? ['empty text'] : [];
  const content = node.content ?? [];
  const rule = HOLDS[node.type];
  const fits =
    rule !== undefined &&
    content.length >= rule.least &&
    content.every(({ type }) => rule.kinds.includes(type));
  return [...(fits ? [] : [`${node.type} ${blockId(node) ?? ''}`]), ...content.flatMap(misplaced)];
}

/** Everything that people get to see of a merge: the text, and the texts of its conflicts. */
function seen({ document, conflicts }: DocumentMerge): string {
  return JSON.stringify([document, conflicts]);
}

/** The conflict that a block belongs to: its own, or that of a block around or before it. */
function reported({ conflicts }: DocumentMerge, id: string): boolean {
  return conflicts.some((conflict) => JSON.stringify(conflict).includes(`"${id}"`));
}

function both(
  check: (
    ours: RichNode,
    theirs: RichNode,
    edits: { ours: readonly MergeEdit[]; theirs: readonly MergeEdit[] },
  ) => void,
) {
  fc.assert(
    fc.property(collidingEdits, (edits) => {
      check(mergeEdited(edits.ours, 'a'), mergeEdited(edits.theirs, 'b'), edits);
    }),
    RUNS,
  );
}

describe('merging two documents', () => {
  it('gives the changed side when the other did nothing', () => {
    both((ours) => {
      const expected = canonicalDocument(ours);
      expect(merge(ours, MERGE_BASE)).toMatchObject({ document: expected, conflicts: [] });
      expect(merge(MERGE_BASE, ours)).toMatchObject({ document: expected, conflicts: [] });
    });
  });

  it('gives what both sides did alike', () => {
    both((ours) => {
      expect(merge(ours, ours)).toMatchObject({ document: canonicalDocument(ours), conflicts: [] });
    });
  });

  it('does not care which side is which', () => {
    both((ours, theirs) => {
      const [one, two] = [merge(ours, theirs), merge(theirs, ours)];
      expect(two.document).toEqual(one.document);
      const turned = two.conflicts.map((conflict) => ({
        ...conflict,
        ours: conflict.theirs,
        theirs: conflict.ours,
        triple: { ...conflict.triple, ours: conflict.triple.theirs, theirs: conflict.triple.ours },
      }));
      const sorted = (list: readonly { readonly id: string }[]) =>
        [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(turned)).toEqual(sorted(one.conflicts));
    });
  });

  it('has every block once and no empty list', () => {
    both((ours, theirs) => {
      const { document } = merge(ours, theirs);
      const ids = idsOf(document);
      expect(new Set(ids).size).toBe(ids.length);
      for (const block of blocks(document)) {
        if (block.type === 'bulletList' || block.type === 'listItem') {
          expect(block.content ?? []).not.toEqual([]);
        }
      }
    });
  });

  it('is a lesson: every block where its kind may stand, with what it must hold, in canonical form', () => {
    both((ours, theirs) => {
      const { document } = merge(ours, theirs);
      expect(misplaced(document)).toEqual([]);
      expect(document).toEqual(canonicalDocument(document));
    });
  });

  it('loses no block that nobody took out, and brings none back silently', () => {
    both((ours, theirs) => {
      const merged = merge(ours, theirs);
      const [base, mine, yours, result] = [MERGE_BASE, ours, theirs, merged.document].map(
        (document) => new Set(idsOf(document)),
      ) as [Set<string>, Set<string>, Set<string>, Set<string>];
      const noted = new Set(merged.notes.map(({ id }) => id));
      const isSaid = (id: string) => noted.has(id) || reported(merged, id);
      const all = [...new Set([...base, ...mine, ...yours])];
      const isTaken = (id: string) => base.has(id) && !(mine.has(id) && yours.has(id));
      const lost = all.filter((id) => !isTaken(id) && !result.has(id));
      const back = [...base].filter((id) => !mine.has(id) && !yours.has(id) && result.has(id));
      expect([...lost, ...back].filter((id) => !isSaid(id))).toEqual([]);
    });
  });

  it('keeps every word that a side wrote, in the text or in a conflict', () => {
    both((ours, theirs) => {
      const all = seen(merge(ours, theirs));
      for (const document of [ours, theirs]) {
        for (const [word] of plainText(document).matchAll(/[ab]\d+/gu)) expect(all).toContain(word);
      }
    });
  });

  it('always reports words edited on one side and taken out on the other', () => {
    both((ours, theirs) => {
      const merged = merge(ours, theirs);
      for (const [edited, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        const gone = new Set(idsOf(other));
        // Words belong to the block that holds them: a list may go when its last entry moved elsewhere.
        for (const block of blocks(edited).filter((one) => blocks(one).length === 0)) {
          const id = blockId(block) ?? '';
          const before = blocks(MERGE_BASE).find((one) => blockId(one) === id);
          if (before === undefined || gone.has(id) || plainText(before) === plainText(block))
            continue;
          expect(reported(merged, id)).toBe(true);
        }
      }
    });
  });

  it('reports one attribute set to two values', () => {
    fc.assert(
      fc.property(collidingEdits, fc.nat(3), fc.nat(3), ({ ours, theirs }, one, two) => {
        fc.pre(one !== two && one !== 0 && two !== 0);
        const setting = (value: number): MergeEdit => ({ kind: 'attribute', target: 'h1', value });
        const still = (edits: readonly MergeEdit[]) =>
          edits.filter(({ target, kind }) => target !== 'h1' || kind === 'reword');
        const merged = merge(
          mergeEdited([...still(ours), setting(one)], 'a'),
          mergeEdited([...still(theirs), setting(two)], 'b'),
        );
        const conflict = merged.conflicts.find(({ id }) => id === 'h1');
        expect(conflict?.layers).toContain('attributes');
      }),
      RUNS,
    );
  });

  it('never makes changes of different kinds collide', () => {
    both((_ours, _theirs, edits) => {
      const only = (list: readonly MergeEdit[], ...kinds: string[]) =>
        list.filter(({ kind }) => kinds.includes(kind));
      const words = mergeEdited(only(edits.ours, 'reword', 'append', 'cut'), 'a');
      const rest = mergeEdited(only(edits.theirs, 'attribute', 'move', 'insert'), 'b');
      expect(merge(words, rest).conflicts).toEqual([]);
    });
  });

  it('gives one side’s text at every block where that side was chosen, and the same when asked again', () => {
    both((ours, theirs) => {
      const first = merge(ours, theirs);
      const decisions: BlockResolution[] = [];
      let merged = first;
      for (let round = 0; merged.conflicts.length > 0 && round < 9; round++) {
        decisions.push(
          ...merged.conflicts.map(({ id, triple }) => ({
            id,
            triple,
            decision: { choice: 'ours' as const },
          })),
        );
        merged = merge(ours, theirs, decisions);
      }
      expect(merged.conflicts).toEqual([]);
      expect(merge(ours, theirs, decisions)).toEqual(merged);
      for (const { id } of first.conflicts) {
        const of = (document: RichNode) => blocks(document).find((block) => blockId(block) === id);
        const [mine, result] = [of(ours), of(merged.document)];
        if (mine === undefined || result === undefined) continue;
        if (mine.type === 'paragraph' || mine.type === 'heading' || mine.type === 'table') {
          expect(result).toEqual(canonicalDocument(mine));
        }
      }
    });
  });

  it('forgets a decision as soon as one of the three texts is another', () => {
    both((ours, theirs) => {
      const { conflicts } = merge(ours, theirs);
      const stale = conflicts.map(({ id, triple }) => ({
        id,
        triple: { ...triple, theirs: triple.base },
        decision: { choice: 'ours' as const },
      }));
      fc.pre(conflicts.every(({ triple }) => triple.theirs !== triple.base));
      expect(merge(ours, theirs, stale).conflicts).toEqual(conflicts);
    });
  });

  it('does not depend on the order of keys', () => {
    const turned = (node: RichNode): RichNode =>
      Object.fromEntries(
        Object.entries(node)
          .reverse()
          .map(([key, value]) => [
            key,
            key === 'content' ? (value as RichNode[]).map(turned) : value,
          ]),
      ) as unknown as RichNode;
    both((ours, theirs) => {
      expect(merge(turned(ours), turned(theirs))).toEqual(merge(ours, theirs));
    });
  });

  it('picks no words of two new blocks under one id', () => {
    const words = fc.array(fc.constantFrom('ghi', 'sổ', 'ngay', 'trước'), {
      minLength: 1,
      maxLength: 4,
    });
    const withNew = (line: readonly string[]): RichNode => {
      const content = [{ type: 'text', text: line.join(' ') }];
      const block = { type: 'paragraph', attrs: { id: 'new' }, content };
      return { ...MERGE_BASE, content: [...(MERGE_BASE.content ?? []), block] };
    };
    fc.assert(
      fc.property(words, words, (a, b) => {
        const merged = merge(withNew(a), withNew(b));
        const same = a.join(' ') === b.join(' ');
        expect(merged.conflicts.map(({ id }) => id)).toEqual(same ? [] : ['new']);
        for (const line of [a, b]) expect(seen(merged)).toContain(`"${line.join(' ')}"`);
        const turned = merge(withNew(b), withNew(a));
        expect(turned.document).toEqual(merged.document);
      }),
      RUNS,
    );
  });
});
