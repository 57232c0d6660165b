import { useMemo, type ReactNode } from 'react';
import { compareEditions, downloadComparison, readCourse } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { addressOf } from '../../../lib/api/call.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { SelectField } from '../../../ui/field.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { useRead, type Read } from '../../data/query.js';
import type { SideTitles } from '../../kit/changes/document-diff-view.js';
import { OPENED_TOGETHER } from '../../kit/changes/opened-parts.js';
import { useOpenedParts } from '../../kit/changes/use-opened-parts.js';
import type { Comparison, EditionDetail } from '../../kit/curriculum/types.js';
import { Block } from '../../kit/work.js';
import { useChangePageQuery } from '../../page.js';
import { ComparedNode } from './compared-node.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';

const MOST_OPEN = 8;
/** Rows drawn at once: between far editions thousands differ. */
const PORTION = 40;

interface Props {
  readonly detail: EditionDetail;
  /** Id of the edition that the reader has chosen to compare with. */
  readonly comparedWith: string | undefined;
  readonly withPrevious: Read<Comparison>;
}

/** What differs from the edition before, or from one that is chosen: old, new and why, in words. */
export function ComparisonBlock({ detail, comparedWith, withPrevious }: Props) {
  const { t } = useMessages(messages);
  const chosen = useRead(
    compareEditions,
    comparedWith === undefined
      ? undefined
      : { params: { editionId: detail.edition.id }, query: { with: comparedWith } },
  );
  const comparison = comparedWith === undefined ? withPrevious : chosen;
  const count = comparison.data?.from === null ? undefined : comparison.data?.rows.length;
  return (
    <Block
      title={t('comparison')}
      aside={count === undefined ? undefined : t('differs', { count })}
    >
      <Loaded from={comparison}>
        {(data) => (
          <Rows
            key={data.from?.id ?? ''}
            data={data}
            choice={<OtherEdition detail={detail} comparedWith={comparedWith} />}
            files={<Files editionId={detail.edition.id} comparedWith={comparedWith} />}
          />
        )}
      </Loaded>
    </Block>
  );
}

/** Which edition to compare with: the one before, unless another is chosen. */
function OtherEdition({ detail, comparedWith }: Omit<Props, 'withPrevious'>) {
  const { t } = useMessages(messages);
  const change = useChangePageQuery();
  const course = useRead(readCourse, { params: { courseId: detail.courseId } });
  const { edition } = detail;
  const isEarlierTry = (one: EditionDetail['edition']) =>
    one.state === 'returned' && one.label === edition.label;
  const others = (course.data?.editions ?? []).filter(
    (one) => one.id !== edition.id && (one.issuedAt !== null || isEarlierTry(one)),
  );
  if (others.length < 2) return null;
  const previous = detail.previous?.id;
  return (
    <div className={styles.choose} data-density="dense">
      <SelectField
        label={t('compareWith')}
        value={comparedWith ?? previous ?? ''}
        options={others.map(({ id, label, issuedAt }) => ({
          value: id,
          label: t(issuedAt === null ? 'oldReturned' : 'old', { label }),
        }))}
        onChange={(event) => {
          const id = event.currentTarget.value;
          change(id === previous ? {} : { with: id });
        }}
      />
    </div>
  );
}

/** The table as a file: to print, and to write in. */
function Files(props: { readonly editionId: string; readonly comparedWith: string | undefined }) {
  const { t } = useMessages(messages);
  const { editionId, comparedWith } = props;
  const address = (format: 'pdf' | 'docx') =>
    addressOf(downloadComparison, {
      params: { editionId },
      query: { format, ...(comparedWith !== undefined && { with: comparedWith }) },
    });
  return (
    <>
      <LinkButton size="small" href={address('pdf')} download>
        {t('tablePdf')}
      </LinkButton>
      <LinkButton size="small" href={address('docx')} download>
        {t('tableDocx')}
      </LinkButton>
    </>
  );
}

interface RowsProps {
  readonly data: Comparison;
  readonly choice: ReactNode;
  readonly files: ReactNode;
}

function Rows({ data, choice, files }: RowsProps) {
  const { t } = useMessages(messages);
  const { from, rows } = data;
  const all = useMemo(() => rows.map(({ nodeId }) => nodeId), [rows]);
  const parts = useOpenedParts(all, all.length > MOST_OPEN ? [] : all);
  const before = t('old', { label: from?.label ?? '' });
  const after = t('old', { label: data.to.label });
  const titles = useMemo(() => ({ before, after }), [before, after]);
  if (from === null) return <p className={text.soft}>{t('firstEdition')}</p>;
  return (
    <>
      <div className={styles.bar}>
        {choice}
        {rows.length > 0 && (
          <Button size="small" onClick={parts.toggleAll}>
            {t(parts.allOpen ? 'closeAll' : 'openAll')}
          </Button>
        )}
        {files}
      </div>
      {rows.length === 0 && <p className={text.soft}>{t('same')}</p>}
      <RowList
        rows={rows}
        editionId={data.to.id}
        withId={from.id}
        titles={titles}
        open={parts.open}
        onToggle={parts.toggle}
      />
    </>
  );
}

/** The first rows at once, the others a moment later. */
function RowList(props: {
  readonly rows: Comparison['rows'];
  readonly editionId: string;
  readonly withId: string;
  readonly titles: SideTitles;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (nodeId: string) => void;
}) {
  const { rows, open, ...same } = props;
  const together = useMemo(() => idsTogether(rows), [rows]);
  const mounted = useMountedCount(rows.length, PORTION);
  return (
    <ul className={styles.compared}>
      {rows.slice(0, mounted).map((row, index) => (
        <ComparedNode
          key={row.nodeId}
          row={row}
          nodes={together[Math.floor(index / OPENED_TOGETHER)] ?? row.nodeId}
          open={open.has(row.nodeId)}
          {...same}
        />
      ))}
    </ul>
  );
}

/** The rows by twos, as they are opened when all of them are: their words are read in one answer. */
function idsTogether(rows: Comparison['rows']): string[] {
  const ids = rows.map(({ nodeId }) => nodeId);
  return Array.from({ length: Math.ceil(ids.length / OPENED_TOGETHER) }, (_, index) =>
    ids.slice(index * OPENED_TOGETHER, (index + 1) * OPENED_TOGETHER).join(','),
  );
}
