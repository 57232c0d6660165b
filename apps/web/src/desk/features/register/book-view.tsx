import { listRegister } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Button } from '../../../ui/button.js';
import { PrinterIcon } from '../../../ui/icons.js';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { useWide } from '../../kit/use-wide.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { BookPage } from './book-page.js';
import { EntrySide } from './entry-side.js';
import { FoundLines } from './found-lines.js';
import { messages } from './messages/index.js';
import { RegisterBar } from './register-bar.js';
import { firstOnPage, LINES_A_PAGE, pagesOf, queryOf } from './register-model.js';
import styles from './register.module.css';
import type { Book, Entry, Seal } from './register-types.js';
import { SealSide } from './seal-side.js';

export interface BookViewProps {
  readonly books: readonly Book[];
  readonly book: Book;
  readonly page: number;
  readonly search: string;
  readonly onSearch: (typed: string) => void;
  readonly seal: Seal | null;
  readonly entry: Entry | undefined;
}

/** A page of a book as printed, what was found in the register, and the line that is looked at. */
export function BookView(props: BookViewProps) {
  const { t, locale } = useMessages(messages);
  const { book, entry, search, seal } = props;
  useBookPlace(props);
  const title = lowerFirst(pick(locale, book.typeTitle, book.typeTitleEn));
  const found = search !== '' && entry === undefined;
  return (
    <div className={styles.view}>
      <WorkHead
        title={t('bookTitle', { title, year: String(book.year) })}
        facts={<BookFacts book={book} seal={seal} />}
        actions={
          !found && (
            <Button onClick={() => print()}>
              <PrinterIcon />
              {t('print')}
            </Button>
          )
        }
      />
      <RegisterBar {...props} />
      {found ? <FoundLines search={search} books={props.books} /> : <OpenBook {...props} />}
    </div>
  );
}

/** Title of the window and the way to it: register, book, page, line. */
function useBookPlace({ book, page, entry }: BookViewProps): void {
  const { t } = useMessages(messages);
  const line = entry?.row.registerNumber;
  usePlace(line ?? `${t('title')} ${book.year}`, [
    { title: t('title'), href: href('register') },
    {
      title: t('bookOf', { year: String(book.year) }),
      href: href('register', undefined, queryOf(book)),
    },
    { title: t('page', { page }), href: href('register', undefined, queryOf(book, { page })) },
    ...(line === undefined ? [] : [{ title: line }]),
  ]);
}

/** The page and, beside it, the line or the seal. On a phone the line that was asked for comes first. */
function OpenBook({ book, page, entry, seal }: BookViewProps) {
  const { t } = useMessages(messages);
  const wide = useWide();
  const side = entry === undefined ? <SealSide seal={seal} /> : <EntrySide entry={entry} />;
  const paper = <Page book={book} page={page} entry={entry} />;
  const label = t(entry === undefined ? 'seal' : 'chosen');
  if (wide) {
    return (
      <Pane flush side={side} sideLabel={label}>
        {paper}
      </Pane>
    );
  }
  const panel = (
    <section className={styles.first} aria-label={label}>
      {side}
    </section>
  );
  return (
    <Pane flush>
      {entry !== undefined && panel}
      {paper}
      {entry === undefined && panel}
    </Pane>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

function BookFacts({ book, seal }: { readonly book: Book; readonly seal: Seal | null }) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  return (
    <>
      {rich('facts', {
        lines: <b>{t('lines', { count: book.count })}</b>,
        pages: t('pages', { count: pagesOf(book) }),
        keeper: <span lang="vi">{book.issuerName}</span>,
      })}
      {' · '}
      {seal === null ? t('notSealed') : t('sealedAt', { time: format.dateTime(seal.signedAt) })}
    </>
  );
}

function Page(props: {
  readonly book: Book;
  readonly page: number;
  readonly entry: Entry | undefined;
}) {
  const { book, page, entry } = props;
  const { typeId, issuerId, year } = book;
  const from = firstOnPage(book, page);
  const query = { typeId, issuerId, year, from, limit: LINES_A_PAGE };
  const lines = useRead(listRegister, { query }, { keepPrevious: true });
  return (
    <div className={styles.ground}>
      <Loaded from={lines} skeleton={['title', 'rule', 92, 92, 92, 92, 92, 92, 92]}>
        {({ rows }) => (
          <BookPage book={book} page={page} lines={rows} chosen={entry?.row.entryId} />
        )}
      </Loaded>
    </div>
  );
}
