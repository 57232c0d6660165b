import { useCallback } from 'react';
import { listRegister, readRegisterEntry } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { StampIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { usePageParams, usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { BookView } from './book-view.js';
import { messages } from './messages/index.js';
import { bookOf, pageOf, pageToShow, placeOf, queryOf } from './register-model.js';
import type { Entry } from './register-types.js';

/** The register: the newest book where writing goes on, or the one in the address. */
export function RegisterPage() {
  return <Shelf entry={undefined} />;
}

/** The register open at one line, with its proof beside it. */
export function RegisterEntryPage() {
  const { entryId } = usePageParams('registerEntry');
  const entry = useRead(readRegisterEntry, { params: { entryId } }, { keepPrevious: true });
  return (
    <Loaded from={entry} page>
      {(data) => <Shelf entry={data} />}
    </Loaded>
  );
}

/** Takes the right book off the shelf. */
function Shelf({ entry }: { readonly entry: Entry | undefined }) {
  const place = usePageQuery(placeOf);
  const shelf = useRead(listRegister, { query: { limit: 1 } });
  const go = useGo();
  const key = entry?.row ?? place.book;
  const asked = key === undefined ? undefined : queryOf(key, { page: place.page });
  const kept = JSON.stringify(asked ?? {});
  const search = useCallback(
    (typed: string) => {
      const query = JSON.parse(kept) as Record<string, string>;
      go(href('register', undefined, typed === '' ? query : { ...query, q: typed }));
    },
    [go, kept],
  );
  return (
    <Loaded from={shelf} page>
      {({ series: books, head }) => {
        const book = bookOf(books, key);
        if (book === undefined) return <NoBook />;
        const page = entry === undefined ? place.page : pageOf(book, entry.row.registerNo);
        return (
          <BookView
            books={books}
            book={book}
            page={pageToShow(book, page)}
            search={place.search}
            onSearch={search}
            seal={head}
            entry={entry}
          />
        );
      }}
    </Loaded>
  );
}

function NoBook() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  return (
    <>
      <WorkHead title={t('title')} />
      <Pane>
        <EmptyState icon={StampIcon} title={t('emptyTitle')} text={t('emptyText')} />
      </Pane>
    </>
  );
}
