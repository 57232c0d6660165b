import { inlineParts, inlineText, type LessonSection } from '@cam-nang/content/read';
import type { Mark } from '../ui/lists.js';

/** Ids of the blocks of the top level that stand in a part of a lesson, its heading first. */
export function blocksOfSection(section: LessonSection): readonly string[] {
  const inside = section.blocks.map((block) => block.attrs.id);
  return inside.includes(section.id) ? inside : [section.id, ...inside];
}

/** Whether a part has been read whole, is being read, or is still to come. */
export function markOfSection(
  section: LessonSection,
  read: ReadonlySet<string>,
  current: string | undefined,
): Mark {
  const blocks = blocksOfSection(section);
  if (blocks.every((id) => read.has(id))) return 'done';
  return current !== undefined && blocks.includes(current) ? 'now' : 'open';
}

/** The words of a part's heading; empty for text before the first heading. */
export function titleOfSection(section: LessonSection): string {
  return section.title === null ? '' : inlineText(inlineParts(section.title));
}
