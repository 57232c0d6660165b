import { useCallback, useState } from 'react';
import { listAccounts } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { may, useSession } from '../../../lib/session/session.js';
import { LinkButton } from '../../../ui/button.js';
import { PlusIcon, UserCogIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { Sheet } from '../../../ui/overlay.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { SearchBox } from '../../kit/search-box.js';
import { useWide } from '../../kit/use-wide.js';
import { FilterBar, Pane, WorkHead } from '../../kit/work.js';
import { usePageQuery, useChangePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { AccountPanel } from './account-panel.js';
import { AccountTable } from './account-table.js';
import type { Account, IssuedCode } from './account-types.js';
import styles from './accounts.module.css';
import { CodeSlip } from './code-slip.js';
import { messages } from './messages/index.js';
import { NewAccount } from './new-account.js';

const PAGE = 50;

/** People with an account within one's scope, and their roles. */
export function AccountsPage() {
  const { t } = useMessages(messages);
  const session = useSession();
  usePlace(t('title'), [{ title: t('title') }]);
  const asked = usePageQuery((raw) => ({
    search: raw['search'],
    after: raw['after'],
    account: raw['account'],
    isNew: raw['new'] !== undefined,
  }));
  const go = useGo();
  const [code, setCode] = useState<IssuedCode>();
  const scope = [...new Set(session.roles.map((role) => role.unitName))].join(', ');
  return (
    <>
      <WorkHead
        title={t('title')}
        facts={t('scope', { units: scope })}
        actions={
          may(session, 'account.manage') && (
            <LinkButton look="main" href={href('accounts', undefined, { new: 1 })}>
              <PlusIcon />
              {t('newAccount')}
            </LinkButton>
          )
        }
      />
      {code !== undefined && (
        <CodeSlip key={code.code} issued={code} onClose={() => setCode(undefined)} />
      )}
      <AccountList asked={asked} onCode={setCode} />
      {asked.isNew && may(session, 'account.manage') && (
        <NewAccount
          onClose={() => go(href('accounts'))}
          onMade={(issued) => {
            go(href('accounts'));
            setCode(issued);
          }}
        />
      )}
    </>
  );
}

interface Asked {
  readonly search: string | undefined;
  readonly after: string | undefined;
  readonly account: string | undefined;
}

function AccountList({
  asked,
  onCode,
}: {
  readonly asked: Asked;
  readonly onCode: (code: IssuedCode) => void;
}) {
  const { t } = useMessages(messages);
  const { search, after } = asked;
  const list = useRead(
    listAccounts,
    { query: { limit: PAGE, search, cursor: after } },
    { keepPrevious: true },
  );
  const change = useChangePageQuery();
  const onSearch = useCallback((typed: string) => change({ search: typed || undefined }), [change]);
  const next = list.data?.nextCursor ?? undefined;
  return (
    <>
      <FilterBar
        end={
          <>
            {after !== undefined && (
              <LinkButton size="small" href={href('accounts', undefined, { search })}>
                {t('firstPage')}
              </LinkButton>
            )}
            {next !== undefined && (
              <LinkButton size="small" href={href('accounts', undefined, { search, after: next })}>
                {t('nextPage')}
              </LinkButton>
            )}
          </>
        }
      >
        <SearchBox label={t('search')} value={search ?? ''} onSearch={onSearch} />
      </FilterBar>
      <Loaded from={list}>
        {({ accounts }) => <Accounts accounts={accounts} asked={asked} onCode={onCode} />}
      </Loaded>
    </>
  );
}

function Accounts(props: {
  readonly accounts: readonly Account[];
  readonly asked: Asked;
  readonly onCode: (code: IssuedCode) => void;
}) {
  const { t } = useMessages(messages);
  const wide = useWide();
  const change = useChangePageQuery();
  const { accounts, asked } = props;
  const { search, after } = asked;
  const hrefOf = (account: string) => href('accounts', undefined, { search, after, account });
  // In place: the list stays where it is scrolled.
  const choose = (account?: string) => change({ search, after, account });
  const selected = accounts.find((one) => one.id === asked.account);
  if (accounts.length === 0) {
    return <EmptyState icon={UserCogIcon} title={t('emptyTitle')} text={t('emptyText')} />;
  }
  const panel = selected && (
    <AccountPanel key={selected.id} account={selected} onCode={props.onCode} />
  );
  return (
    <>
      <Pane
        flush
        side={wide ? (panel ?? <p className={styles.soft}>{t('choose')}</p>) : undefined}
        sideLabel={t('details')}
      >
        <AccountTable
          accounts={accounts}
          selected={asked.account}
          hrefOf={hrefOf}
          onChoose={choose}
        />
      </Pane>
      {!wide && panel !== undefined && (
        <Sheet open title={t('details')} onClose={() => choose()}>
          {panel}
        </Sheet>
      )}
    </>
  );
}
