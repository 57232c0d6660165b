import { createElement, type ReactNode } from 'react';
import type { BlockDiff } from '@cam-nang/domain';
import { readImage } from '@cam-nang/contracts/routes';
import { addressOf } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { BlockFacts, BlockTitle } from './block-attributes.js';
import styles from './changes.module.css';
import { messages } from './messages/index.js';
import { InlineRuns, type DiffView } from './segments.js';

interface BlockProps {
  readonly block: BlockDiff;
  readonly view: DiffView;
}

/** Blocks that belong to a side of the comparison. */
function childrenOn(block: BlockDiff, view: DiffView): readonly BlockDiff[] {
  if (view === 'both') return block.children;
  const other = view === 'before' ? 'added' : 'removed';
  return block.children.filter((child) => child.status !== other);
}

/** One block of a comparison with everything in it, as the reader shows it. */
export function BlockView({ block, view }: BlockProps) {
  const body = <BlockBody block={block} view={view} />;
  const titled = <BlockTitle block={block} view={view} />;
  const facts = view === 'plain' ? null : <BlockFacts block={block} view={view} />;
  return (
    <>
      {titled}
      {body}
      {facts}
    </>
  );
}

type PassageProps = Readonly<Record<`data-${string}`, string | undefined>>;

/** What a line of text carries so that a selection in it can be told as a passage. */
function passageProps({ id, idBefore, status }: BlockDiff, view: DiffView): PassageProps {
  if (id === null) return {};
  const isOld = view === 'before' || status === 'removed';
  return {
    'data-block-id': id,
    'data-block-before': idBefore ?? undefined,
    'data-side': isOld ? 'before' : undefined,
  };
}

function BlockBody({ block, view }: BlockProps) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p className={styles.line} {...passageProps(block, view)}>
          <InlineRuns segments={block.inline} view={view} />
        </p>
      );
    case 'heading':
      return <HeadingView block={block} view={view} />;
    case 'bulletList':
    case 'taskList':
      return <ul>{itemsOf(block, view)}</ul>;
    case 'orderedList':
      return <ol>{itemsOf(block, view)}</ol>;
    case 'blockquote':
      return (
        <blockquote className={styles.box}>
          <Children block={block} view={view} />
        </blockquote>
      );
    case 'table':
      return <TableView block={block} view={view} />;
    case 'image':
      return <PictureView block={block} />;
    case 'horizontalRule':
      return <hr />;
    default:
      return (
        <div className={cx(styles.box, styles.stack)}>
          <Children block={block} view={view} />
        </div>
      );
  }
}

/** The headings of a lesson begin under the name of the lesson. */
function HeadingView({ block, view }: BlockProps) {
  const level = Number(block.attrs['level'] ?? 2);
  return createElement(
    `h${Math.min(6, level + 1)}`,
    passageProps(block, view),
    <InlineRuns segments={block.inline} view={view} />,
  );
}

function Children({ block, view }: BlockProps) {
  return (
    <>
      {childrenOn(block, view).map((child, index) => (
        <MovedFrame key={child.id ?? index} block={child} view={view}>
          <BlockView block={child} view={view} />
        </MovedFrame>
      ))}
    </>
  );
}

function MovedFrame({ block, view, children }: BlockProps & { readonly children: ReactNode }) {
  const { t, locale } = useMessages(messages);
  if (!block.moved || view === 'plain') return <div>{children}</div>;
  return (
    <div className={styles.moved}>
      <span className={styles.label} lang={locale}>
        {t('say.moved')}
      </span>
      {children}
    </div>
  );
}

function itemsOf(block: BlockDiff, view: DiffView): ReactNode {
  return childrenOn(block, view).map((item, index) => (
    <li key={item.id ?? index} className={cx(item.moved && view !== 'plain' && styles.moved)}>
      <Children block={item} view={view} />
      {view !== 'plain' && <BlockFacts block={item} view={view} />}
    </li>
  ));
}

function TableView({ block, view }: BlockProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <tbody>
          {childrenOn(block, view).map((row, index) => (
            <tr
              key={row.id ?? index}
              className={cx(
                view !== 'plain' && row.status === 'added' && styles.rowNew,
                view !== 'plain' && row.status === 'removed' && styles.rowGone,
              )}
            >
              {childrenOn(row, view).map((cell, column) => (
                <CellView key={cell.id ?? column} block={cell} view={view} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellView({ block, view }: BlockProps) {
  // A head without words names nothing.
  const isHead = block.type === 'tableHeader' && hasWords(block);
  const Tag = isHead ? 'th' : 'td';
  const span = (name: 'colspan' | 'rowspan') => {
    const count = block.attrs[name];
    return typeof count === 'number' ? count : undefined;
  };
  return (
    <Tag colSpan={span('colspan')} rowSpan={span('rowspan')}>
      <Children block={block} view={view} />
    </Tag>
  );
}

function hasWords(block: BlockDiff): boolean {
  return block.inline.length > 0 || block.children.some(hasWords);
}

function PictureView({ block }: { readonly block: BlockDiff }) {
  const { file, alt } = block.attrs;
  if (typeof file !== 'string') return null;
  return (
    <img
      className={styles.picture}
      src={addressOf(readImage, { params: { sha256: file } })}
      alt={typeof alt === 'string' ? alt : ''}
      loading="lazy"
    />
  );
}
