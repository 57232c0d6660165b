import type { CourseBlock, LegalNode, PlainBlock, TopBlock } from '@cam-nang/content/read';

/** Neighbours that are shown as one thing. */
export type Group =
  | { readonly kind: 'plain'; readonly blocks: PlainBlock[] }
  | { readonly kind: 'legal'; readonly blocks: LegalNode[] }
  | { readonly kind: 'course'; readonly block: Exclude<CourseBlock, LegalNode> };

const courseTypes: ReadonlySet<string> = new Set<CourseBlock['type']>([
  'case',
  'steps',
  'form',
  'legal',
  'warning',
  'qa',
  'check',
  'contact',
]);

function isCourseBlock(block: TopBlock): block is CourseBlock {
  return courseTypes.has(block.type);
}

/** Gathers running text and legal bases; course blocks stand alone. */
export function groupsOf(blocks: readonly TopBlock[]): readonly Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (!isCourseBlock(block)) {
      if (last?.kind === 'plain') last.blocks.push(block);
      else groups.push({ kind: 'plain', blocks: [block] });
    } else if (block.type === 'legal') {
      if (last?.kind === 'legal') last.blocks.push(block);
      else groups.push({ kind: 'legal', blocks: [block] });
    } else {
      groups.push({ kind: 'course', block });
    }
  }
  return groups;
}

/** A key for a group: the id of its first block. */
export function groupKey(group: Group): string {
  return (group.kind === 'course' ? group.block : group.blocks[0])?.attrs.id ?? '';
}
