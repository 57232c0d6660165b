import type { InlineNode, RichDocument, TopBlock } from './document-types.js';

/** One part of a lesson: a heading of the second level and what stands under it. */
export interface LessonSection {
  /** Id of the heading; of the first block where a lesson begins without one. */
  readonly id: string;
  readonly title: readonly InlineNode[] | null;
  /** What stands under the heading, without the heading. */
  readonly blocks: readonly TopBlock[];
}

/** The parts of a lesson in order; text before the first heading is a part without a title. */
export function lessonSections(document: RichDocument): readonly LessonSection[] {
  const sections: { id: string; title: readonly InlineNode[] | null; blocks: TopBlock[] }[] = [];
  for (const block of document.content) {
    const last = sections.at(-1);
    if (block.type === 'heading' && block.attrs.level === 2) {
      sections.push({ id: block.attrs.id, title: block.content ?? [], blocks: [] });
    } else if (last === undefined) {
      sections.push({ id: block.attrs.id, title: null, blocks: [block] });
    } else {
      last.blocks.push(block);
    }
  }
  return sections;
}

/** Ids of the blocks that count as read one by one, and those of them that are self-checks. */
export function lessonBlocks(document: RichDocument): {
  readonly blocks: readonly string[];
  readonly selfChecks: readonly string[];
} {
  const checks = document.content.filter((block) => block.type === 'check');
  return {
    blocks: document.content.map((block) => block.attrs.id),
    selfChecks: checks.map((block) => block.attrs.id),
  };
}
