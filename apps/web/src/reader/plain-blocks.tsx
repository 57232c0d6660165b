import type { ReactElement } from 'react';
import { readImage } from '@cam-nang/contracts/routes';
import type {
  BulletListNode,
  ImageNode,
  ListItemNode,
  OrderedListNode,
  PlainBlock,
  TaskListNode,
} from '@cam-nang/content/read';
import { addressOf } from '../lib/api/call.js';
import { blockProps } from './block-anchor.js';
import { Inline } from './inline.js';
import { LessonTable } from './lesson-table.js';
import styles from './text.module.css';

type Prose = Exclude<PlainBlock, { readonly type: 'table' | 'image' }>;
type Run =
  | { readonly kind: 'prose'; readonly blocks: Prose[] }
  | { readonly kind: 'alone'; readonly block: Exclude<PlainBlock, Prose> };

function runsOf(blocks: readonly PlainBlock[]): readonly Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.type === 'table' || block.type === 'image') runs.push({ kind: 'alone', block });
    else if (last?.kind === 'prose') last.blocks.push(block);
    else runs.push({ kind: 'prose', blocks: [block] });
  }
  return runs;
}

/** Blocks one after another: running text in a column of reading width, tables and pictures beside it. */
export function PlainBlocks({ blocks }: { readonly blocks: readonly PlainBlock[] }) {
  return runsOf(blocks).map((run) =>
    run.kind === 'alone' ? (
      <AloneBlock key={run.block.attrs.id} block={run.block} />
    ) : (
      <div key={run.blocks[0]?.attrs.id} className={styles.text}>
        {run.blocks.map((block) => (
          <ProseBlock key={block.attrs.id} block={block} />
        ))}
      </div>
    ),
  );
}

function AloneBlock({ block }: { readonly block: Exclude<PlainBlock, Prose> }) {
  return block.type === 'table' ? (
    <LessonTable table={block} showList={(list) => <ListBlock list={list} />} />
  ) : (
    <Picture image={block} />
  );
}

/** The return type has no `undefined`: a block that nobody shows would be words that nobody reads. */
function ProseBlock({ block }: { readonly block: Prose }): ReactElement {
  const props = blockProps(block);
  switch (block.type) {
    case 'paragraph':
      return (
        <p {...props}>
          <Inline nodes={block.content} />
        </p>
      );
    case 'heading':
      return <Heading block={block} />;
    case 'bulletList':
    case 'orderedList':
      return <ListBlock list={block} />;
    case 'taskList':
      return <TaskList list={block} />;
    case 'blockquote':
      return (
        <blockquote {...props}>
          <FlowBlocks blocks={block.content} />
        </blockquote>
      );
    case 'horizontalRule':
      return <hr {...props} />;
  }
}

function Heading({ block }: { readonly block: Extract<Prose, { readonly type: 'heading' }> }) {
  const Tag = `h${block.attrs.level}` as const;
  return (
    <Tag {...blockProps(block)}>
      <Inline nodes={block.content} />
    </Tag>
  );
}

/** A list; `className` is for lists that number themselves (steps). */
export function ListBlock(props: {
  readonly list: BulletListNode | OrderedListNode;
  readonly className?: string | undefined;
}) {
  const { list, className } = props;
  const items = list.content.map((item) => (
    <li key={item.attrs.id} {...blockProps(item)}>
      {className === undefined ? (
        <ItemContent item={item} />
      ) : (
        <div>
          <ItemContent item={item} />
        </div>
      )}
    </li>
  ));
  if (list.type === 'bulletList') {
    return (
      <ul {...blockProps(list)} className={className}>
        {items}
      </ul>
    );
  }
  return (
    <ol {...blockProps(list)} className={className} start={list.attrs.start}>
      {items}
    </ol>
  );
}

/** A list to tick off while working; nothing is kept of it. */
function TaskList({ list }: { readonly list: TaskListNode }) {
  return (
    <ul {...blockProps(list)} className={styles.tasks}>
      {list.content.map((item) => (
        <li key={item.attrs.id} {...blockProps(item)}>
          <label>
            <input type="checkbox" defaultChecked={item.attrs.checked} />
            <span>
              {item.content.map((paragraph) => (
                <span key={paragraph.attrs.id}>
                  <Inline nodes={paragraph.content} />
                </span>
              ))}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A lone paragraph stands without a tag of its own. */
function ItemContent({ item }: { readonly item: ListItemNode }) {
  const [first, ...rest] = item.content;
  const tight = first?.type === 'paragraph' && rest.every((block) => block.type !== 'paragraph');
  if (!tight) return <FlowBlocks blocks={item.content} />;
  return (
    <>
      <Inline nodes={first.content} />
      <FlowBlocks blocks={rest} />
    </>
  );
}

/** Blocks where the column of reading width is already given. */
export function FlowBlocks({ blocks }: { readonly blocks: readonly PlainBlock[] }) {
  return blocks.map((block) =>
    block.type === 'table' || block.type === 'image' ? (
      <AloneBlock key={block.attrs.id} block={block} />
    ) : (
      <ProseBlock key={block.attrs.id} block={block} />
    ),
  );
}

function Picture({ image }: { readonly image: ImageNode }) {
  const { file, alt, caption, width, height } = image.attrs;
  return (
    <figure {...blockProps(image)} className={styles.figure}>
      <img
        src={addressOf(readImage, { params: { sha256: file } })}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
