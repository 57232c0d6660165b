/** What can be wrong with the register. */
export type FindingCode =
  | 'head-unreadable'
  | 'head-forged'
  | 'head-changed'
  | 'head-removed'
  | 'head-unpublished'
  | 'head-copy-missing'
  | 'head-copy-changed'
  | 'leaf-missing'
  | 'leaf-without-head'
  | 'tail-missing'
  | 'row-missing'
  | 'row-changed'
  | 'row-not-in-tree'
  | 'file-missing'
  | 'file-changed'
  | 'root-differs'
  | 'node-changed'
  | 'numbers-broken';

/** One thing that is not as it was written. */
export interface RegisterFinding {
  readonly code: FindingCode;
  /** Place in the tree, from 0; null for what has none. */
  readonly position: number | null;
  /** What it is about: "entry 37/2026-BD", "head of 74 leaves". */
  readonly subject: string;
}

const WORDS: Readonly<Record<FindingCode, string>> = {
  'head-unreadable': 'this line of the published heads cannot be read',
  'head-forged':
    'this line of the published heads does not carry the signature of this installation',
  'head-changed': 'the database has another root than the published head',
  'head-removed': 'the database no longer has this published head',
  'head-unpublished': 'the database has a head that was never published',
  'head-copy-missing': 'the copy of the published head in storage is gone',
  'head-copy-changed': 'the copy of the published head in storage is not what was signed',
  'leaf-missing': 'the tree has no leaf at this place',
  'leaf-without-head': 'leaves stand behind the newest head',
  'tail-missing': 'the tree is shorter than the published head',
  'row-missing': 'the row is gone',
  'row-changed': 'the row is not as it was sealed',
  'row-not-in-tree': 'the row was never sealed',
  'file-missing': 'the stored document is gone',
  'file-changed': 'the stored document is not as registered',
  'root-differs': 'the rows do not give the root of the published head',
  'node-changed': 'a stored subtree does not follow from its leaves',
  'numbers-broken': 'the numbers are not 1…n, or not as the counter says',
};

/** The finding as one line of English, for the command line. */
export function registerFindingLine({ code, position, subject }: RegisterFinding): string {
  const place = position === null ? '' : ` (leaf ${String(position)})`;
  return `${subject}${place}: ${WORDS[code]}`;
}

/** Findings in the order of the tree, those without a place last. */
export function inTreeOrder(findings: readonly RegisterFinding[]): RegisterFinding[] {
  const place = ({ position }: RegisterFinding) => position ?? Number.POSITIVE_INFINITY;
  return [...findings].sort((one, other) => {
    const [a, b] = [place(one), place(other)];
    return a === b ? 0 : a - b;
  });
}
