import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { IconLink } from '../../../ui/button.js';
import { ArrowLeftIcon, ArrowRightIcon } from '../../../ui/icons.js';
import { FilterChips } from '../../../ui/tabs.js';
import { SearchBox } from '../../kit/search-box.js';
import { FilterBar } from '../../kit/work.js';
import { href } from '../../routes.js';
import type { BookViewProps } from './book-view.js';
import { messages } from './messages/index.js';
import { isSameBook, pagesOf, queryOf } from './register-model.js';
import styles from './register.module.css';
import type { Book } from './register-types.js';

/** The search, the books where there are several, and the leaves of the book. */
export function RegisterBar(props: BookViewProps) {
  const { t } = useMessages(messages);
  const { books, book, search } = props;
  const found = search !== '' && props.entry === undefined;
  return (
    <FilterBar end={!found && <Leafing {...props} />}>
      <SearchBox label={t('search')} value={search} onSearch={props.onSearch} />
      {!found && <span className={styles.hint}>{t('searchHint')}</span>}
      {books.length > 1 && (
        <FilterChips
          label={t('books')}
          filters={books.map((one) => ({
            href: href('register', undefined, queryOf(one)),
            title: <BookName book={one} books={books} />,
            count: one.count,
            current: !found && isSameBook(one, book),
          }))}
        />
      )}
    </FilterBar>
  );
}

/** The year of a book, with what else tells it from the others. */
export function BookName(props: { readonly book: Book; readonly books: readonly Book[] }) {
  const { book, books } = props;
  const several = (of: (one: Book) => string) => new Set(books.map(of)).size > 1;
  const parts = [
    String(book.year),
    ...(several((one) => one.typeId) ? [book.typeTitle] : []),
    ...(several((one) => one.issuerId) ? [book.issuerName] : []),
  ];
  return <span lang="vi">{parts.join(', ')}</span>;
}

function Leafing({ book, page, search }: BookViewProps) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const pages = pagesOf(book);
  const to = (wanted: number) =>
    href('register', undefined, queryOf(book, { page: wanted, search }));
  return (
    <nav className={styles.leafing} aria-label={t('leafing')}>
      {page > 1 ? (
        <IconLink label={t('before')} href={to(page - 1)}>
          <ArrowLeftIcon />
        </IconLink>
      ) : (
        <span className={styles.noLeaf}>
          <ArrowLeftIcon />
        </span>
      )}
      <span>
        {rich('pageOf', { page: <b>{format.number(page)}</b>, pages: format.number(pages) })}
      </span>
      {page < pages ? (
        <IconLink label={t('after')} href={to(page + 1)}>
          <ArrowRightIcon />
        </IconLink>
      ) : (
        <span className={styles.noLeaf}>
          <ArrowRightIcon />
        </span>
      )}
    </nav>
  );
}
