import { useState, type ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, type ButtonLook } from '../../../ui/button.js';
import { Block } from '../../kit/work.js';
import { CloseAccount, RenewCode } from './account-acts.js';
import type { Account, IssuedCode } from './account-types.js';
import styles from './accounts.module.css';
import { messages } from './messages/index.js';
import { RecoverAccount, ReopenAccount } from './recovery-acts.js';
import { useReasons, type Reason } from './use-reasons.js';

type Act = 'renew' | 'recover' | 'close' | 'reopen';

/** Codes, closing and opening again: each act, or why it is not offered. */
export function AccountWays(props: {
  readonly account: Account;
  readonly onCode: (code: IssuedCode) => void;
}) {
  const { t } = useMessages(messages);
  const { account } = props;
  const [act, setAct] = useState<Act>();
  const reasons = useReasons(account);
  const over = () => setAct(undefined);
  if (reasons.readOnly || reasons.general === 'whyOwn') return null;
  const offer = (one: Act, reason: Reason | undefined, look?: ButtonLook) => (
    <Offer reason={reason} look={look} onAct={() => setAct(one)}>
      {t(one)}
    </Offer>
  );
  return (
    <Block title={t('codeAndClosing')}>
      <div className={styles.acts}>
        {account.disabled ? (
          offer('reopen', reasons.reopen)
        ) : (
          <>
            {account.allowed.recover ? offer('recover', undefined) : offer('renew', reasons.renew)}
            {offer('close', reasons.close, 'danger')}
          </>
        )}
      </div>
      {act === 'renew' && <RenewCode {...props} onClose={over} />}
      {act === 'recover' && <RecoverAccount {...props} onClose={over} />}
      {act === 'close' && <CloseAccount account={account} onClose={over} />}
      {act === 'reopen' && <ReopenAccount {...props} onClose={over} />}
    </Block>
  );
}

function Offer(props: {
  readonly reason: Reason | undefined;
  readonly look: ButtonLook | undefined;
  readonly onAct: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useMessages(messages);
  if (props.reason !== undefined) return <p className={styles.soft}>{t(props.reason)}</p>;
  return (
    <Button size="small" look={props.look} onClick={props.onAct}>
      {props.children}
    </Button>
  );
}
