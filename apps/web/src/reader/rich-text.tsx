import type { PlainBlock, RichDocument, TopBlock } from '@cam-nang/content/read';
import { CourseBlockView } from './course-blocks.js';
import { groupKey, groupsOf, type Group } from './groups.js';
import { LegalList } from './legal-list.js';
import { PlainBlocks } from './plain-blocks.js';
import styles from './text.module.css';

function GroupView({ group }: { readonly group: Group }) {
  if (group.kind === 'plain') return <PlainBlocks blocks={group.blocks} />;
  if (group.kind === 'legal') return <LegalList blocks={group.blocks} />;
  return <CourseBlockView block={group.block} />;
}

/** Blocks of a text without margin line or progress: a comparison, a preview, part of a lesson. */
export function Blocks({ blocks }: { readonly blocks: readonly TopBlock[] }) {
  return (
    <div className={styles.group}>
      {groupsOf(blocks).map((group) => (
        <GroupView key={groupKey(group)} group={group} />
      ))}
    </div>
  );
}

/** A small document: the stem of a question, a comment, feedback. Vietnamese unless told otherwise. */
export function RichText(props: {
  readonly document: RichDocument;
  readonly lang?: string | undefined;
}) {
  return (
    <div lang={props.lang ?? 'vi'}>
      <Blocks blocks={props.document.content as readonly PlainBlock[]} />
    </div>
  );
}
