import { memo } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { ChevronDownIcon, ChevronRightIcon } from '../../../ui/icons.js';
import type { SideTitles } from '../../kit/changes/document-diff-view.js';
import { NodeDiffView } from '../../kit/changes/node-diff-view.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import type { ComparisonRow } from '../../kit/curriculum/types.js';
import { MarginDiff } from '../../kit/diff.js';
import { ChangeMark, PlusMinus } from '../../kit/marks.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';

/** One line of the comparison table: the name of what differs, why, and the old and the new text. */
export const ComparedNode = memo(function ComparedNode(props: {
  readonly row: ComparisonRow;
  readonly titles: SideTitles;
  readonly open: boolean;
  readonly onToggle: (nodeId: string) => void;
}) {
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
      {open && (
        <div id={id} className={styles.comparedText}>
          {row.diff?.document?.empty === false && row.change === 'changed' && (
            <p className={styles.sides} aria-hidden="true">
              <span>{props.titles.before}</span>
              <span>{props.titles.after}</span>
            </p>
          )}
          {row.diff !== null && (
            <MarginDiff>
              <NodeDiffView diff={row.diff} layout="two" titles={props.titles} />
            </MarginDiff>
          )}
        </div>
      )}
    </li>
  );
});

function RowName({ row }: { readonly row: ComparisonRow }) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  const counts = row.diff?.document?.counts.words;
  const name = row.kind === 'outcome' ? words.kind(row.kind) : words.name(row);
  return (
    <span className={styles.rowName}>
      <ChangeMark change={row.change}>{t(`change.${row.change}`)}</ChangeMark>{' '}
      <span lang="vi">{`${name} ${row.title}`.trim()}</span>{' '}
      {row.change === 'changed' && counts !== undefined && (
        <PlusMinus plus={counts.inserted} minus={counts.deleted} />
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
