import type { wordImport } from '@cam-nang/contracts';
import type { RichNode } from '@cam-nang/domain';
import type * as z from 'zod/mini';
import type { WordFile, WordLesson } from './read-docx.js';

export type WordImportView = z.output<typeof wordImport>;

/** Which nodes a file became. */
export interface WrittenNodes {
  readonly moduleId: string | null;
  readonly lessonIds: readonly string[];
}

/** What a file is or became: its outline, how much is in it, what was lost. */
export function wordImportView(
  file: WordFile,
  moduleTitle: string | null,
  written: WrittenNodes | null,
): WordImportView {
  return {
    moduleTitle,
    moduleId: written?.moduleId ?? null,
    lessons: file.lessons.map((lesson, at) => lessonView(lesson, written?.lessonIds[at] ?? null)),
    losses: file.losses.map((loss) => ({ ...loss })),
  };
}

function lessonView(lesson: WordLesson, nodeId: string | null): WordImportView['lessons'][number] {
  const { title, words, minutes, document } = lesson;
  const blocks = [...nodesOf(document)];
  const count = (...types: readonly string[]) =>
    blocks.filter(({ type }) => types.includes(type)).length;
  return {
    ...{ title, words, minutes, nodeId },
    headings: blocks.filter(({ type }) => type === 'heading').map(headingView),
    lists: count('bulletList', 'orderedList'),
    tables: count('table'),
    images: count('image'),
  };
}

function headingView({ attrs, content = [] }: RichNode): { level: number; title: string } {
  return { level: Number(attrs?.['level']), title: content.map(({ text = '' }) => text).join('') };
}

function* nodesOf(node: RichNode): Generator<RichNode> {
  yield node;
  for (const child of node.content ?? []) yield* nodesOf(child);
}
