import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { cx } from '../../../ui/class-names.js';
import { Link } from '../../../ui/link.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { EditionState, useEditionWords } from '../../kit/curriculum/edition-words.js';
import type { EditionView } from '../../kit/curriculum/types.js';
import { ListHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import styles from './courses.module.css';
import { messages } from './messages/index.js';

/** All editions: the line of their history, and the table. */
export function EditionsBlock({ editions }: { readonly editions: readonly EditionView[] }) {
  const { t } = useMessages(messages);
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <ListHead aside={t('editionsCount', { count: editions.length })}>{t('editions')}</ListHead>
      </div>
      <HistoryLine editions={editions} />
      <WorkTable caption={t('editions')} edge>
        <thead>
          <tr>
            <ColumnHead>{t('edition')}</ColumnHead>
            <ColumnHead>{t('state')}</ColumnHead>
            <ColumnHead>{t('kind')}</ColumnHead>
            <ColumnHead>{t('decision')}</ColumnHead>
            <ColumnHead>{t('force')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <EditionRow key={edition.id} edition={edition} />
          ))}
        </tbody>
      </WorkTable>
    </section>
  );
}

function EditionRow({ edition }: { readonly edition: EditionView }) {
  const { t } = useMessages(messages);
  const words = useEditionWords();
  return (
    <TableRow>
      <RowHead>
        <Link href={href('edition', { editionId: edition.id })}>{words.name(edition)}</Link>
      </RowHead>
      <Cell label={t('state')}>
        <EditionState edition={edition} />
      </Cell>
      <Cell label={t('kind')}>{words.kind(edition)}</Cell>
      <Cell label={t('decision')}>{words.decision(edition) ?? '–'}</Cell>
      <Cell label={t('force')}>{words.force(edition) ?? '–'}</Cell>
    </TableRow>
  );
}

const marks: Readonly<Partial<Record<EditionView['state'], string | undefined>>> = {
  in_force: styles.now,
  superseded: styles.past,
  withdrawn: styles.gone,
};

/** Editions in the order in which they took effect. */
function HistoryLine({ editions }: { readonly editions: readonly EditionView[] }) {
  const { t } = useMessages(messages);
  const words = useEditionWords();
  const format = useFormat();
  const line = editions
    .filter((edition) => edition.state !== 'returned')
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  return (
    <ol className={styles.line} aria-label={t('history')}>
      {line.map((edition) => {
        const from = edition.forceFrom ?? edition.appliesFrom;
        return (
          <li key={edition.id} aria-current={edition.state === 'in_force' ? 'step' : undefined}>
            <i className={cx(styles.square, marks[edition.state])} aria-hidden="true" />
            <Link href={href('edition', { editionId: edition.id })}>{edition.label}</Link>{' '}
            <b>{from === null ? words.kind(edition) : format.date(from)}</b>
          </li>
        );
      })}
    </ol>
  );
}

/** Candidates have no day yet and stand at the end. */
function startOf(edition: EditionView): string {
  return edition.forceFrom ?? edition.appliesFrom ?? '9999';
}
