import type { RichNode, ThreeVersions, VersionNode } from '@cam-nang/domain';
import { lesson, tree } from './made-texts.js';

const WORDS_OF_A_LESSON = 1_000;

/** A curriculum and two branches of it, with the texts of its lessons by revision. */
export interface Branches {
  readonly versions: ThreeVersions;
  readonly docs: ReadonlyMap<string, RichNode>;
}

/** Two branches that change the same lessons and nothing else; one adds a lesson and the other takes one out. */
export function branches(changed: number): Branches {
  const docs = new Map<string, RichNode>();
  const text = lesson(WORDS_OF_A_LESSON);
  const base = tree(changed + Math.ceil(changed / 40) + 10).map((row) => {
    docs.set(row.revisionId, text);
    return row;
  });
  const lessons = base.filter(({ kind }) => kind === 'lesson');
  const chosen = new Set(lessons.slice(0, changed).map(({ nodeId }) => nodeId));
  const branch = (name: string, parity: number): VersionNode[] =>
    base.map((row) => {
      if (!chosen.has(row.nodeId)) return row;
      const contentHash = `${row.contentHash} ${name}`;
      const revisionId = `${row.revisionId} ${name}`;
      docs.set(revisionId, reworded(text, parity));
      return { ...row, revisionId, contentHash, docHash: contentHash };
    });
  const last = lessons.at(-1);
  const added = { ...(last ?? base[0]), nodeId: 'added', rank: 'z' } as VersionNode;
  const theirs = branch('theirs', 1).filter(({ nodeId }) => nodeId !== last?.nodeId);
  return { versions: { base, ours: [...branch('ours', 0), added], theirs }, docs };
}

/** Every second paragraph with one word changed at its beginning and one sentence more at its end. */
function reworded(text: RichNode, parity: number): RichNode {
  const blocks = (text.content ?? []).map((block, index): RichNode => {
    const [words] = block.content ?? [];
    if (index % 2 !== parity || words?.text === undefined) return block;
    const said = `${words.text.replace('hồ sơ', 'giấy tờ')} và ghi vào sổ theo dõi`;
    return { ...block, content: [{ ...words, text: said }] };
  });
  // Two texts that were read one by one share no part in memory.
  return structuredClone({ ...text, content: blocks });
}
