import { useCallback, useState } from 'react';
import { listLegalDocuments, readLegalDocument } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { LandmarkIcon, PlusIcon } from '../../../ui/icons.js';
import { Sheet } from '../../../ui/overlay.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { SearchBox } from '../../kit/search-box.js';
import { useWide } from '../../kit/use-wide.js';
import type { LegalDocument, LegalState } from '../../kit/legal/legal-types.js';
import { FilterBar, Pane, WorkHead } from '../../kit/work.js';
import { useChangePageQuery, usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { FactsSheet } from './facts-form.js';
import styles from './legal-documents.module.css';
import { LegalPanel } from './legal-panel.js';
import { LegalTable } from './legal-table.js';
import { messages } from './messages/index.js';

const PAGE = 50;
const STATES = [
  'in-force',
  'partly-replaced',
  'not-yet',
  'replaced',
  'expired',
  'unknown',
] as const satisfies readonly LegalState[];

interface Asked {
  readonly search: string | undefined;
  readonly state: LegalState | undefined;
  readonly after: string | undefined;
  readonly document: string | undefined;
}

function useAsked(): Asked {
  return usePageQuery((raw) => ({
    search: raw['search'],
    state: STATES.find((state) => state === raw['state']),
    after: raw['after'],
    document: raw['document'],
  }));
}

/** The register of legal documents: what lessons rest on, and whether it still holds. */
export function LegalDocumentsPage() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  const session = useSession();
  const asked = useAsked();
  const change = useChangePageQuery();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <WorkHead
        title={t('title')}
        facts={t('facts')}
        actions={
          may(session, 'legal-document.keep') && (
            <Button look="main" onClick={() => setAdding(true)}>
              <PlusIcon />
              {t('add')}
            </Button>
          )
        }
      />
      <Documents asked={asked} />
      {adding && (
        <FactsSheet
          onClose={() => setAdding(false)}
          onDone={({ id }) => {
            setAdding(false);
            change({ document: id });
          }}
        />
      )}
    </>
  );
}

function Documents({ asked }: { readonly asked: Asked }) {
  const { search, state, after } = asked;
  const list = useRead(
    listLegalDocuments,
    { query: { limit: PAGE, search, state, cursor: after } },
    { keepPrevious: true },
  );
  return (
    <>
      <Filters asked={asked} next={list.data?.nextCursor ?? undefined} />
      <Loaded from={list}>
        {({ documents }) => <DocumentList documents={documents} asked={asked} />}
      </Loaded>
    </>
  );
}

function Filters({ asked, next }: { readonly asked: Asked; readonly next: string | undefined }) {
  const { t } = useMessages(messages);
  const change = useChangePageQuery();
  const { search, state, after } = asked;
  const onSearch = useCallback(
    (typed: string) => change({ search: typed || undefined, state }),
    [change, state],
  );
  const page = (cursor?: string) =>
    href('legalDocuments', undefined, { search, state, after: cursor });
  return (
    <FilterBar
      end={
        <>
          {after !== undefined && (
            <LinkButton size="small" href={page()}>
              {t('firstPage')}
            </LinkButton>
          )}
          {next !== undefined && (
            <LinkButton size="small" href={page(next)}>
              {t('nextPage')}
            </LinkButton>
          )}
        </>
      }
    >
      <SearchBox label={t('search')} value={search ?? ''} onSearch={onSearch} />
      <select
        className={styles.filter}
        aria-label={t('state')}
        value={state ?? ''}
        onChange={(event) => change({ search, state: event.currentTarget.value || undefined })}
      >
        <option value="">{t('state.all')}</option>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {t(`state.${one}`)}
          </option>
        ))}
      </select>
    </FilterBar>
  );
}

function DocumentList(props: {
  readonly documents: readonly LegalDocument[];
  readonly asked: Asked;
}) {
  const { t } = useMessages(messages);
  const change = useChangePageQuery();
  const wide = useWide();
  const { documents, asked } = props;
  const { search, state, after, document } = asked;
  const choose = (id?: string) => change({ search, state, after, document: id });
  const panel = document === undefined ? undefined : <Chosen key={document} id={document} />;
  return (
    <>
      <Pane
        flush
        side={wide ? (panel ?? <p className={styles.soft}>{t('choose')}</p>) : undefined}
        sideLabel={t('details')}
      >
        {documents.length === 0 ? (
          <EmptyState icon={LandmarkIcon} title={t('emptyTitle')} text={t('emptyText')} />
        ) : (
          <LegalTable
            documents={documents}
            selected={document}
            hrefOf={(id) =>
              href('legalDocuments', undefined, { search, state, after, document: id })
            }
            onChoose={choose}
          />
        )}
      </Pane>
      {!wide && panel !== undefined && (
        <Sheet open title={t('details')} onClose={() => choose()}>
          {panel}
        </Sheet>
      )}
    </>
  );
}

/** Read by itself: a link leads to a document that is not on this page of the list. */
function Chosen({ id }: { readonly id: string }) {
  const document = useRead(readLegalDocument, { params: { documentId: id }, query: {} });
  return <Loaded from={document}>{(read) => <LegalPanel document={read} />}</Loaded>;
}
