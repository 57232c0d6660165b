import { useState } from 'react';
import { useRoleName } from '../../../account/roles.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/lists.js';
import { Block, Details } from '../../kit/work.js';
import { EndGrant } from './account-acts.js';
import type { Account, Grant, IssuedCode } from './account-types.js';
import { AccountWays } from './account-ways.js';
import styles from './accounts.module.css';
import { GrantForm } from './grant-form.js';
import { messages } from './messages/index.js';
import { useReasons } from './use-reasons.js';

/** One account: who it is, which roles it holds, and what may be done with it or why not. */
export function AccountPanel(props: {
  readonly account: Account;
  readonly onCode: (code: IssuedCode) => void;
}) {
  const { t } = useMessages(messages);
  const { account } = props;
  return (
    <div className={styles.panel}>
      <Who account={account} />
      <Block title={t('roles')}>
        {account.grants.length === 0 && <p className={styles.soft}>{t('noRoles')}</p>}
        <ul className={styles.grants}>
          {account.grants.map((grant) => (
            <GrantRow key={grant.id} account={account} grant={grant} />
          ))}
        </ul>
        <GrantMore account={account} />
      </Block>
      <AccountWays {...props} />
    </div>
  );
}

function Who({ account }: { readonly account: Account }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { birthDate, lastSeenAt } = account;
  return (
    <section>
      <h2 className={styles.name} lang="vi">
        {account.fullName}
      </h2>
      <Details
        rows={[
          { name: t('username'), value: account.username },
          { name: t('birthDate'), value: birthDate === null ? '–' : format.date(birthDate) },
          { name: t('office'), value: <span lang="vi">{account.organisationName ?? '–'}</span> },
          { name: t('secondFactor'), value: t(account.secondFactor ? 'on' : 'off') },
          {
            name: t('lastSeen'),
            value: lastSeenAt === null ? t('neverSeen') : format.dateTime(lastSeenAt),
          },
          ...(account.disabled ? [{ name: t('state'), value: t('closed') }] : []),
        ]}
      />
    </section>
  );
}

function GrantRow({ account, grant }: { readonly account: Account; readonly grant: Grant }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const roleName = useRoleName();
  const [ends, setEnds] = useState(false);
  const from = format.date(grant.from);
  return (
    <li>
      <span>
        <b>{roleName(grant.role)}</b>
        <span className={styles.sub}>
          <span lang="vi">{grant.unitName}</span>
          {grant.courseId !== null && `, ${t('oneCourse')}`}
          <br />
          {grant.to === null
            ? t('since', { from })
            : t('fromTo', { from, to: format.date(grant.to) })}
        </span>
      </span>
      {account.allowed.grant && (
        <Button
          size="small"
          aria-label={t('endOf', { role: roleName(grant.role), unit: grant.unitName })}
          onClick={() => setEnds(true)}
        >
          {t('end')}
        </Button>
      )}
      {ends && <EndGrant account={account} grant={grant} onClose={() => setEnds(false)} />}
    </li>
  );
}

function GrantMore({ account }: { readonly account: Account }) {
  const { t } = useMessages(messages);
  const [round, setRound] = useState(0);
  const reason = useReasons(account).grant;
  if (reason !== undefined) return <p className={styles.soft}>{t(reason)}</p>;
  // Once granted the form folds away: the new role stands in the list above it.
  return (
    <Disclosure key={round} summary={t('grantMore')}>
      <GrantForm account={account} onGranted={() => setRound(round + 1)} />
    </Disclosure>
  );
}
