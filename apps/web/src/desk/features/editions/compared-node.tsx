import { memo } from 'react';
import { compareEditionNodes } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { ChevronDownIcon, ChevronRightIcon } from '../../../ui/icons.js';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import type { SideTitles } from '../../kit/changes/document-diff-view.js';
import { NodeDiffView } from '../../kit/changes/node-diff-view.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import type { ComparisonRow } from '../../kit/curriculum/types.js';
import { MarginDiff } from '../../kit/diff.js';
import { ChangeMark, PlusMinus } from '../../kit/marks.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';

/** The shape of a passage that is being read. */
const LINES = [70, 54] as const;

/** Which words to ask for: those of some rows together, by the ids of both editions. */
export interface WordsAsked {
  readonly editionId: string;
  readonly withId: string;
  /** Ids of nodes with commas between them, this row's among them. */
  readonly nodes: string;
}

/** One line of the comparison table: the name of what differs, why, and the old and the new text. */
export const ComparedNode = memo(function ComparedNode(
  props: WordsAsked & {
    readonly row: ComparisonRow;
    readonly titles: SideTitles;
    readonly open: boolean;
    readonly onToggle: (nodeId: string) => void;
  },
) {
  const { row, open } = props;
  const id = `compared-${row.nodeId}`;
  const Sign = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <li className={styles.comparedNode}>
      <h3>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => props.onToggle(row.nodeId)}
        >
          <Sign />
          <RowName row={row} />
        </button>
      </h3>
      <Reason row={row} />
      {open && <Words id={id} {...props} />}
    </li>
  );
});

/** The old and the new of a row, read once it stands open. */
function Words(
  props: WordsAsked & {
    readonly id: string;
    readonly row: ComparisonRow;
    readonly titles: SideTitles;
  },
) {
  const { id, editionId, withId, nodes, row, titles } = props;
  const words = useRead(
    compareEditionNodes,
    { params: { editionId }, query: { with: withId, nodes } },
    { lasting: true },
  );
  return (
    <div id={id} className={cx(styles.comparedText, words.data === undefined && styles.coming)}>
      <Loaded from={words} skeleton={LINES}>
        {(answer) => {
          const diff = answer.nodes.find(({ nodeId }) => nodeId === row.nodeId);
          if (diff === undefined) return null;
          return (
            <>
              {diff.document?.empty === false && row.change === 'changed' && (
                <p className={styles.sides} aria-hidden="true">
                  <span>{titles.before}</span>
                  <span>{titles.after}</span>
                </p>
              )}
              <MarginDiff>
                <NodeDiffView diff={diff} layout="two" titles={titles} />
              </MarginDiff>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function RowName({ row }: { readonly row: ComparisonRow }) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  const name = row.kind === 'outcome' ? words.kind(row.kind) : words.name(row);
  return (
    <span className={styles.rowName}>
      <ChangeMark change={row.change}>{t(`change.${row.change}`)}</ChangeMark>{' '}
      <span lang="vi">{`${name} ${row.title}`.trim()}</span>{' '}
      {row.change === 'changed' && row.words !== null && (
        <PlusMinus plus={row.words.inserted} minus={row.words.deleted} />
      )}
    </span>
  );
}

function Reason({ row }: { readonly row: ComparisonRow }) {
  const { t } = useMessages(messages);
  return (
    <p className={styles.reason}>
      <span className={styles.reasonHead}>{t('reason')}</span>{' '}
      {row.reason === '' ? t('noReason') : <span lang="vi">{row.reason}</span>}
      {row.proposedBy !== null && ` ${t('proposedBy', { name: row.proposedBy })}`}
    </p>
  );
}
