import { useMemo } from 'react';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import type { ChangedNode } from '../../kit/curriculum/types.js';

/** Words about changed nodes, which stand in no tree that says what they are. */
export function useChangedWords() {
  const words = useNodeWords();
  return useMemo(() => changedWords(words), [words]);
}

function changedWords(words: ReturnType<typeof useNodeWords>) {
  const mark = (node: ChangedNode) =>
    node.kind === 'module' || node.kind === 'outcome'
      ? `${words.kind(node.kind)} ${node.label}`.trim()
      : words.name(node);
  return {
    kind: words.kind,
    /** "3.2", "Câu 4", "Chuyên đề 3". */
    mark,
    /** The same with the title. */
    name: (node: ChangedNode) => `${mark(node)} ${node.title}`.trim(),
  };
}
