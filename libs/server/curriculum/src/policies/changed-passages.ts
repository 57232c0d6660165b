import { blockId, diffText, type RichNode, type TextSegment } from '@cam-nang/domain';
import { passageWords } from './passage-words.js';

/** A line of text in which something changed. */
export type ChangedLine = readonly TextSegment[];

/** A passage that an edition changed, with the lines that differ. */
export interface ChangedPassage {
  readonly blockId: string;
  readonly type: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly lines: readonly ChangedLine[];
}

/** The lines of a text that differ from the one before; those that stayed as they were are left out. */
export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const lines: TextSegment[][] = [[]];
  for (const { op, text } of diffText(before, after).segments) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ op, text: part });
    });
  }
  return lines.filter((line) => line.some(({ op, text }) => op !== 'same' && text.trim() !== ''));
}

/** The passages of a text by their ids, in its order. */
export function passagesOf(document: RichNode | null): ReadonlyMap<string, RichNode> {
  return new Map(
    (document?.content ?? []).flatMap((block) => {
      const id = blockId(block);
      return id === null ? [] : [[id, block] as const];
    }),
  );
}

/** The passages in which two texts differ, in the order of the new one; those taken out follow. */
export function changedPassages(before: RichNode, after: RichNode): readonly ChangedPassage[] {
  const [old, now] = [passagesOf(before), passagesOf(after)];
  const changed = [...now].flatMap(([id, block]): ChangedPassage[] => {
    const known = old.get(id);
    const words = passageWords(block);
    const wordsBefore = known === undefined ? '' : passageWords(known);
    const lines = changedLines(wordsBefore, words);
    if (known !== undefined && lines.length === 0) return [];
    const change = known === undefined ? 'added' : 'changed';
    return [{ blockId: id, type: block.type, change, lines }];
  });
  const removed = [...old].flatMap(([id, block]): ChangedPassage[] => {
    if (now.has(id)) return [];
    const lines = changedLines(passageWords(block), '');
    return [{ blockId: id, type: block.type, change: 'removed', lines }];
  });
  return [...changed, ...removed];
}
