/** A bug to be planted, and the test that has to turn red. */
export interface SeededBug {
  readonly name: string;
  /** Below `libs/domain/src/curriculum/merge`. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly plant: string;
  /** Name of the test that has to notice, or how it begins. */
  readonly test: string;
}

/** What a merge gets wrong when nobody looks: each of these was once written by somebody. */
export const MERGE_BUGS: readonly SeededBug[] = [
  {
    name: 'a node moved to two places takes the place of one side',
    file: 'merge-placement.ts',
    find: 'const { value, conflict } = mergeAtom(base.parentId, mine ?? null, yours ?? null);',
    plant: 'const { value, conflict } = { value: mine ?? null, conflict: false };',
    test: '2. shows a lesson moved to two modules once, in its old place',
  },
  {
    name: 'nodes moved into each other are not noticed',
    file: 'merge-placement.ts',
    find: 'const cyclic = breakCycles(sides, parents);',
    plant: 'const cyclic = new Set<string>();',
    test: '3. leaves two modules moved into each other where they were',
  },
  {
    name: 'deleting wins over an edit',
    file: 'merge-existence.ts',
    find: 'const isContested = isTakenFromWork(sides, worked, id);',
    plant: 'const isContested = isTakenFromWork(sides, worked, id) && id.length > 99;',
    test: '4. keeps a deleted module in which a lesson was edited',
  },
  {
    name: 'a kept module loses the lessons that nobody edited',
    file: 'merge-existence.ts',
    find: 'kept.add(inner);',
    plant: '',
    test: '4. keeps a deleted module in which a lesson was edited',
  },
  {
    name: 'what both deleted is not restored around something contested',
    file: 'merge-placement.ts',
    find: 'const open = [...parents.values()];',
    plant: 'const open: (string | null)[] = [];',
    test: '6. restores a module deleted by both for a lesson that each moved elsewhere',
  },
  {
    name: 'two runs in one gap are ordered by side',
    file: 'merge-order.ts',
    find: 'const oursFirst = least(ours) < least(theirs);',
    plant: 'const oursFirst = true;',
    test: '8. orders two lessons put into one gap alike in either order, with one note',
  },
  {
    name: 'what both moved to one place hangs on a side instead of joining the spine',
    file: 'merge-order.ts',
    find: 'const joining = shared.filter((id) => !disputed.has(id) || !inBase.has(id));',
    plant: 'const joining: string[] = [];',
    test: '9. keeps a new lesson before one that both sides moved there',
  },
  {
    name: 'a new node hangs on the spine only',
    file: 'merge-order.ts',
    find: 'else last = id;',
    plant: 'else if (fixed.has(id)) last = id;',
    test: '10. lets a new lesson follow its left neighbour into a new order',
  },
  {
    name: 'who decides about a place decides about words',
    file: 'merge-nodes.ts',
    find: 'inBoth ? sides : current',
    plant: 'current',
    test: 'takes no word out of it',
  },
  {
    name: 'of two lessons brought in under one id one is taken',
    file: 'merge-nodes.ts',
    find: "if (theirs === undefined) return from('ours', ours);",
    plant: "if (theirs === undefined || base === undefined) return from('ours', ours);",
    test: '12. picks none of two that were brought in under one id',
  },
  {
    name: 'of two new blocks under one id one is taken',
    file: 'lay-blocks.ts',
    find: 'return { content: isFirst ? ours : theirs, layers };',
    plant: 'return { content: isFirst ? ours : theirs, layers: [] };',
    test: 'picks no words of two new blocks under one id',
  },
  {
    name: 'an emptied list stays',
    file: 'lay-blocks.ts',
    find: 'if (children.length === 0 && wasEmptied(assembly, id)) {',
    plant: 'if (children.length === 999 && wasEmptied(assembly, id)) {',
    test: '11. takes a list out whose two entries went one by one',
  },
  {
    name: 'colliding words take one side',
    file: 'merge-inline.ts',
    find: "if (stretch.kind === 'conflict') return null;\n    if (stretch.kind === 'ours') merged.push(...mine);",
    plant: "if (stretch.kind === 'conflict' || stretch.kind === 'ours') merged.push(...mine);",
    test: '13. holds the old word where two new ones collide',
  },
  {
    name: 'words in two places of a paragraph collide',
    file: 'diff3.ts',
    find: 'change.aFrom <= end',
    plant: 'change.aFrom <= end + 99',
    test: '14. takes different words of one paragraph from both',
  },
  {
    name: 'words put into one place by both are put one after the other',
    file: 'diff3.ts',
    find: 'change.aFrom <= end',
    plant: 'change.aFrom < end',
    test: '13b. holds the line where both put words into one gap',
  },
  {
    name: 'formatting of the other side is lost',
    file: 'merge-inline.ts',
    find: 'marks.push(both);',
    plant: 'marks.push(own);',
    test: '15. takes bold from one and new words beside it from the other',
  },
  {
    name: 'the tail of a split paragraph stands there twice',
    file: 'lay-blocks.ts',
    find: 'for (const other of [...group.ours, ...group.theirs]) withheld.add(other);',
    plant: '',
    test: '16. has the tail of a split paragraph once, whoever edits it',
  },
  {
    name: 'a table is merged cell by cell',
    file: 'document-side.ts',
    find: "new Set(['table', 'image', 'formula', 'embed'])",
    plant: "new Set(['image', 'formula', 'embed'])",
    test: '17. never makes a table out of two',
  },
  {
    name: 'a question is merged field by field',
    file: 'merge-content.ts',
    find: "if (ours.kind === 'question') return mergeQuestion(three, options);",
    plant: '',
    test: '18. never mixes a question out of two',
  },
  {
    name: 'a decision is used for other texts',
    file: 'merge-model.ts',
    find: 'id === conflict.id && sameTriple(triple, conflict.triple)',
    plant: 'id === conflict.id && (true || sameTriple(triple, conflict.triple))',
    test: '22. uses yesterday’s decision only for the same three texts',
  },
  {
    name: 'settings that are new on one side are dropped',
    file: 'merge-values.ts',
    find: 'new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)])',
    plant: 'new Set(Object.keys(base))',
    test: '25. keeps settings that the merge knows nothing of',
  },
  {
    name: 'two values of one attribute are not reported',
    file: 'merge-block.ts',
    find: "...(attrs.conflicts.length > 0 ? (['attributes'] as const) : []),",
    plant: '',
    test: 'reports one attribute set to two values',
  },
  {
    name: 'a result that is no lesson is let through',
    file: 'merge-documents.ts',
    find: 'if (isSound(merged.document)) return merged;',
    plant: 'if (isSound !== undefined) return merged;',
    test: 'holds the block at which the result would be no lesson any more',
  },
];
