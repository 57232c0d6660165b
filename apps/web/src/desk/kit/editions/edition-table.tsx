import { memo } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { href } from '../../routes.js';
import { EditionState, lastDay, useEditionWords } from '../curriculum/edition-words.js';
import type { EditionView } from '../curriculum/types.js';
import { SquareLine, type Stop } from '../square-line.js';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import styles from './editions.module.css';
import { byNumber } from './by-number.js';
import { messages } from './messages/index.js';

interface Props {
  /** The newest number first. */
  readonly editions: readonly EditionView[];
  /** Names the table and the line for readers. */
  readonly caption: string;
}

const marks: Readonly<Partial<Record<EditionView['state'], Stop['mark']>>> = {
  in_force: 'now',
  superseded: 'past',
  withdrawn: 'gone',
};

/** As many stops are read as a line; of more the latest are shown, and how many went before. */
const MOST_STOPS = 40;
/** Rows of the table drawn at once. */
const PORTION = 50;

/** Editions in the order of their numbers; those that were sent back are left out. */
export function EditionLine({ editions, caption }: Props) {
  const { t } = useMessages(messages);
  const words = useEditionWords();
  const format = useFormat();
  const line = editions.filter((edition) => edition.state !== 'returned').sort(byNumber);
  if (line.length === 0) return null;
  const earlier = Math.max(line.length - MOST_STOPS, 0);
  const stops = line.slice(earlier).map((edition): Stop => {
    const from = edition.forceFrom ?? edition.appliesFrom;
    return {
      key: edition.id,
      mark: marks[edition.state] ?? 'open',
      title: <Link href={href('edition', { editionId: edition.id })}>{words.name(edition)}</Link>,
      value: from === null ? t('noDay') : format.date(from),
    };
  });
  const before: Stop = { key: 'earlier', mark: 'past', title: t('earlier', { count: earlier }) };
  return (
    <SquareLine
      label={t('line', { title: caption })}
      stops={earlier === 0 ? stops : [before, ...stops]}
    />
  );
}

/** Editions with their state, decision and the days on which they hold; of hundreds the newest come first. */
export function EditionTable({ editions, caption }: Props) {
  const { t } = useMessages(messages);
  const mounted = useMountedCount(editions.length, PORTION);
  return (
    <WorkTable caption={caption} edge>
      <thead>
        <tr>
          <ColumnHead>{t('edition')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead>{t('decision')}</ColumnHead>
          <ColumnHead>{t('force')}</ColumnHead>
          <ColumnHead>{t('applies')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {editions.slice(0, mounted).map((edition) => (
          <EditionRow key={edition.id} edition={edition} />
        ))}
      </tbody>
    </WorkTable>
  );
}

const EditionRow = memo(function EditionRow({ edition }: { readonly edition: EditionView }) {
  const { t } = useMessages(messages);
  const words = useEditionWords();
  const days = useDays();
  const { signer, preparedBy } = edition;
  const by = edition.state === 'candidate' || edition.state === 'returned' ? preparedBy : signer;
  return (
    <TableRow>
      <RowHead>
        <span>
          <Link href={href('edition', { editionId: edition.id })}>{words.name(edition)}</Link>{' '}
          <span className={styles.soft}>{words.kind(edition)}</span>
        </span>
      </RowHead>
      <Cell label={t('state')}>
        <span>
          <EditionState edition={edition} />
          <StateFact edition={edition} />
        </span>
      </Cell>
      <Cell label={t('decision')}>
        <span>
          {words.decision(edition) ?? t('noDecision')}
          {by !== null && <span className={styles.soft}>{` · ${by}`}</span>}
        </span>
      </Cell>
      <Cell label={t('force')}>{days(edition.forceFrom, edition.forceTo)}</Cell>
      <Cell label={t('applies')}>{days(edition.appliesFrom, edition.appliesTo)}</Cell>
    </TableRow>
  );
});

/** What a withdrawal does to the state: the day from which, or that it stands in for another. */
function StateFact({ edition }: { readonly edition: EditionView }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { withdrawal, servesAsFallback } = edition;
  if (withdrawal !== null) {
    return (
      <span
        className={styles.soft}
      >{` · ${t('withdrawnOn', { date: format.date(withdrawal.on) })}`}</span>
    );
  }
  return servesAsFallback ? (
    <span className={styles.soft}>{` · ${t('servesAsFallback')}`}</span>
  ) : null;
}

/** "từ 01/03/2024 đến 31/08/2024": the last day is the one before the range ends. */
export function useDays(): (from: string | null, to: string | null) => string {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (from, to) => {
    if (from === null) return '–';
    if (to === null) return t('from', { from: format.date(from) });
    return t('fromTo', { from: format.date(from), to: format.date(lastDay(to)) });
  };
}
