import { isDeskRole } from '@cam-nang/domain';
import { useRoleName } from '../../../account/roles.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { Tag } from '../../../ui/tag.js';
import type { Account } from './account-types.js';
import styles from './accounts.module.css';
import { messages } from './messages/index.js';

/** Accounts by user name; the selected one is shown beside. */
export function AccountTable(props: {
  readonly accounts: readonly Account[];
  readonly selected: string | undefined;
  readonly hrefOf: (accountId: string) => string;
  readonly onChoose: (accountId: string) => void;
}) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('title')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead>{t('person')}</ColumnHead>
          <ColumnHead>{t('username')}</ColumnHead>
          <ColumnHead>{t('roles')}</ColumnHead>
          <ColumnHead>{t('lastSeen')}</ColumnHead>
          <ColumnHead>{t('missing')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {props.accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            selected={account.id === props.selected}
            href={props.hrefOf(account.id)}
            onChoose={() => props.onChoose(account.id)}
          />
        ))}
      </tbody>
    </WorkTable>
  );
}

function AccountRow(props: {
  readonly account: Account;
  readonly selected: boolean;
  readonly href: string;
  readonly onChoose: () => void;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { account, selected } = props;
  const { lastSeenAt } = account;
  return (
    <TableRow selected={selected}>
      <RowHead lang="vi">
        <Link
          href={props.href}
          aria-current={selected ? 'true' : undefined}
          onClick={(event) => {
            // With a modifier it is an ordinary link that opens elsewhere.
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            props.onChoose();
          }}
        >
          {account.fullName}
        </Link>
      </RowHead>
      <Cell label={t('username')}>{account.username}</Cell>
      <Cell label={t('roles')}>
        <HeldRoles account={account} />
      </Cell>
      <Cell label={t('lastSeen')}>
        {lastSeenAt === null ? t('neverSeen') : format.dateTime(lastSeenAt)}
      </Cell>
      <Cell label={t('missing')}>
        <Missing account={account} />
      </Cell>
    </TableRow>
  );
}

function HeldRoles({ account }: { readonly account: Account }) {
  const roleName = useRoleName();
  if (account.grants.length === 0) return <>–</>;
  return (
    <span>
      {account.grants.map((grant) => (
        <span key={grant.id} className={styles.held}>
          {roleName(grant.role)}
          <span lang="vi">, {grant.unitName}</span>
        </span>
      ))}
    </span>
  );
}

function Missing({ account }: { readonly account: Account }) {
  const { t } = useMessages(messages);
  if (account.disabled) return <Tag look="line">{t('closed')}</Tag>;
  const needs = account.grants.some(({ role }) => isDeskRole(role));
  return needs && !account.secondFactor ? <Tag look="warn">{t('noSecondFactor')}</Tag> : null;
}
