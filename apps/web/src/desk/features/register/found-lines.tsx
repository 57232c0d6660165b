import { useState } from 'react';
import { listRegister } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button } from '../../../ui/button.js';
import { SearchIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { Pane } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { BookName } from './register-bar.js';
import { isSameBook, pageOf, remarkOf } from './register-model.js';
import styles from './register.module.css';
import type { Book, Line } from './register-types.js';

const STEP = 50;
const MOST = 200;

/** What was found in every book of the register, each with its page. */
export function FoundLines(props: { readonly search: string; readonly books: readonly Book[] }) {
  const { t } = useMessages(messages);
  const { search, books } = props;
  const [limit, setLimit] = useState(STEP);
  const found = useRead(listRegister, { query: { search, limit } }, { keepPrevious: true });
  return (
    <Pane flush>
      <Loaded from={found} skeleton={['rule', 82, 'rule', 70, 'rule', 78]}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState icon={SearchIcon} title={t('noneFound')} text={t('noneFoundText')} />
          ) : (
            <>
              <p className={styles.found} role="status">
                {t('found', { count: total })}
              </p>
              <FoundTable rows={rows} books={books} />
              {rows.length < total && <More {...{ limit, total }} onMore={setLimit} />}
            </>
          )
        }
      </Loaded>
    </Pane>
  );
}

function More(props: {
  readonly limit: number;
  readonly total: number;
  readonly onMore: (limit: number) => void;
}) {
  const { t } = useMessages(messages);
  const { limit, total } = props;
  return (
    <div className={styles.more}>
      {limit < MOST ? (
        <Button onClick={() => props.onMore(Math.min(MOST, limit + STEP))}>{t('more')}</Button>
      ) : (
        <p>{t('tooMany', { count: MOST, total })}</p>
      )}
    </div>
  );
}

function FoundTable(props: { readonly rows: readonly Line[]; readonly books: readonly Book[] }) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('foundCaption')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead>{t('fullName')}</ColumnHead>
          <ColumnHead>{t('birthDate')}</ColumnHead>
          <ColumnHead>{t('registerNumber')}</ColumnHead>
          <ColumnHead>{t('serialNumber')}</ColumnHead>
          <ColumnHead>{t('decision')}</ColumnHead>
          <ColumnHead>{t('place')}</ColumnHead>
          <ColumnHead>{t('remark')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((line) => (
          <FoundRow key={line.entryId} line={line} books={props.books} />
        ))}
      </tbody>
    </WorkTable>
  );
}

function FoundRow({ line, books }: { readonly line: Line; readonly books: readonly Book[] }) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const book = books.find((one) => isSameBook(one, line));
  const remark = remarkOf(line);
  return (
    <TableRow>
      <RowHead lang="vi">
        <Link href={href('registerEntry', { entryId: line.entryId })}>{line.fullName}</Link>{' '}
        <span className={styles.unit}>{line.unitName}</span>
      </RowHead>
      <Cell label={t('birthDate')} className={text.nowrap}>
        {line.birthDate ?? '–'}
      </Cell>
      <Cell label={t('registerNumber')} className={text.nowrap}>
        {line.registerNumber}
      </Cell>
      <Cell label={t('serialNumber')} className={text.nowrap}>
        {line.serialNumber}
      </Cell>
      <Cell label={t('decision')}>
        {t('decisionOf', { number: line.decisionNo, date: format.date(line.decisionDate) })}
      </Cell>
      <Cell label={t('place')}>
        {book !== undefined &&
          rich('bookAndPage', {
            book: <BookName book={book} books={books} />,
            page: pageOf(book, line.registerNo),
          })}
      </Cell>
      <Cell label={t('remark')}>
        {remark !== undefined &&
          (remark.kind === 'correction'
            ? t('corrected', { count: remark.count })
            : t(`is.${remark.kind}`))}
      </Cell>
    </TableRow>
  );
}
