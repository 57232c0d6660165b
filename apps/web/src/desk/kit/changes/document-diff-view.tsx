import { useState, type ReactNode } from 'react';
import type { BlockDiff, DocumentDiff } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { UnfoldVerticalIcon } from '../../../ui/icons.js';
import { DiffBlock, Fold, MovedFrom, TwoViews } from '../diff.js';
import { ChangeMark, type Change } from '../marks.js';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { useBlockNotes, type NotedBlock } from './block-notes.js';
import { BlockView } from './block-view.js';
import { placeId } from './change-places.js';
import { useChangeWords } from './change-words.js';
import styles from './changes.module.css';
import { documentRows, type BlockRow, type DocumentRow } from './document-rows.js';
import { messages } from './messages/index.js';

/** Blocks drawn at once: a lesson may have hundreds. */
const PORTION = 40;

/** Both texts in one column with what differs marked, or side by side. */
export type DiffLayout = 'one' | 'two';

/** Names of the two sides of a comparison. */
export interface SideTitles {
  readonly before: string;
  readonly after: string;
}

interface LayoutProps {
  readonly layout: DiffLayout;
  /** Element id of the change that the reader is at. */
  readonly selected?: string | undefined;
  readonly nodeId: string;
  /** Names of the two sides, where they are not the edition and the request. */
  readonly titles?: SideTitles | undefined;
  /** Shows only blocks that were reworded, or only those whose formatting alone differs. */
  readonly only?: 'words' | 'format' | undefined;
}

/** A text against the one before: changed blocks on the margin line, the rest folded. */
export function DocumentDiffView(props: LayoutProps & { readonly diff: DocumentDiff }) {
  const { t } = useMessages(messages);
  const shown = useBlockNotes()?.shown(props.nodeId);
  const rows = documentRows(props.diff, false, shown).filter((row) => isAskedFor(row, props.only));
  const mounted = useMountedCount(rows.length, PORTION);
  const at = rows.findIndex(({ key }) => placeId.block(props.nodeId, key) === props.selected);
  if (props.diff.empty) return <p className={styles.foldText}>{t('noChange')}</p>;
  return (
    <>
      {rows
        .slice(0, Math.max(mounted, at + 1))
        .map((row) =>
          row.kind === 'fold' ? (
            <FoldedBlocks key={row.key} blocks={row.blocks} nodeId={props.nodeId} />
          ) : (
            <RowView key={row.key} row={row} {...props} />
          ),
        )}
    </>
  );
}

function isAskedFor(row: DocumentRow, only: LayoutProps['only']): boolean {
  if (only === undefined || row.kind === 'fold' || row.change === 'same') return true;
  return row.formatOnly === (only === 'format');
}

function RowView(props: LayoutProps & { readonly row: BlockRow }) {
  const { row, layout, nodeId } = props;
  const words = useChangeWords();
  const notes = useBlockNotes();
  const id = placeId.block(nodeId, row.key);
  const isContext = row.change === 'same';
  const noted: NotedBlock = { nodeId, block: row.block, name: words.block(row) };
  return (
    <div id={isContext ? undefined : id} className={styles.place}>
      <DiffBlock
        change={row.change}
        selected={props.selected === id}
        say={
          <>
            {!isContext && <RowSay row={row} />}
            {notes?.act(noted)}
          </>
        }
        notes={notes?.notes(noted)}
      >
        <MovedNote row={row} />
        {isContext || layout === 'one' ? (
          <BlockView block={row.block} view={isContext ? 'plain' : 'both'} />
        ) : (
          <Sides row={row} titles={props.titles} />
        )}
      </DiffBlock>
    </div>
  );
}

function RowSay({ row }: { readonly row: BlockRow }) {
  const words = useChangeWords();
  return (
    <>
      <ChangeMark change={row.change}>{words.said(row)}</ChangeMark>
      <span>{words.block(row)}</span>
    </>
  );
}

function MovedNote({ row }: { readonly row: BlockRow }) {
  const { t, locale } = useMessages(messages);
  if (!row.block.moved) return null;
  const from = (row.block.from?.at(-1) ?? 0) + 1;
  return (
    <div lang={locale}>
      <MovedFrom>{t('movedTo', { from })}</MovedFrom>
    </div>
  );
}

function Sides({ row, titles }: Pick<LayoutProps, 'titles'> & { readonly row: BlockRow }) {
  const { t, locale } = useMessages(messages);
  const missing = (key: 'nothingBefore' | 'nothingAfter'): ReactNode => (
    <p className={styles.quiet} lang={locale}>
      {t(key)}
    </p>
  );
  return (
    <TwoViews
      before={{
        title: titles?.before ?? t('before'),
        text:
          row.change === 'added' ? (
            missing('nothingBefore')
          ) : (
            <BlockView block={row.block} view="before" />
          ),
      }}
      after={{
        title: titles?.after ?? t('after'),
        text:
          row.change === 'removed' ? (
            missing('nothingAfter')
          ) : (
            <BlockView block={row.block} view="after" />
          ),
      }}
    />
  );
}

function FoldedBlocks(props: { readonly blocks: readonly BlockDiff[]; readonly nodeId: string }) {
  const { t } = useMessages(messages);
  const { blocks } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Fold open={open} onToggle={() => setOpen(!open)}>
        <UnfoldVerticalIcon />
        {t('unchanged', { count: blocks.length })}
      </Fold>
      {open &&
        blocks.map((block, index) => (
          <NotedView key={block.id ?? index} change="same" block={block} nodeId={props.nodeId} />
        ))}
    </>
  );
}

/** A block that is read as it is, with what people say about it. */
function NotedView(props: {
  readonly change: Change;
  readonly block: BlockDiff;
  readonly nodeId: string;
}) {
  const words = useChangeWords();
  const notes = useBlockNotes();
  const { change, block, nodeId } = props;
  const no = ((block.to ?? block.from)?.at(-1) ?? 0) + 1;
  const noted: NotedBlock = { nodeId, block, name: words.block({ block, no }) };
  return (
    <DiffBlock change={change} say={notes?.act(noted)} notes={notes?.notes(noted)}>
      <BlockView block={block} view="plain" />
    </DiffBlock>
  );
}

/** A text that is wholly new or wholly gone: read as it is, on one bar unless people speak about its blocks. */
export function WholeText(props: {
  readonly diff: DocumentDiff;
  readonly side: 'before' | 'after';
  readonly nodeId: string;
}) {
  const change = props.side === 'after' ? 'added' : 'removed';
  const other = props.side === 'after' ? 'removed' : 'added';
  const isNoted = useBlockNotes() !== undefined;
  const all = props.diff.root.children.filter((block) => block.status !== other);
  const blocks = all.slice(0, useMountedCount(all.length, PORTION));
  if (isNoted) {
    return blocks.map((block, index) => (
      <NotedView
        key={block.id ?? index}
        change={index === 0 ? change : 'same'}
        block={block}
        nodeId={props.nodeId}
      />
    ));
  }
  return (
    <DiffBlock change={change} say={null}>
      <div className={styles.stack}>
        {blocks.map((block, index) => (
          <BlockView key={block.id ?? index} block={block} view="plain" />
        ))}
      </div>
    </DiffBlock>
  );
}
