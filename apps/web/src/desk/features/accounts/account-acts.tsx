import { useState } from 'react';
import { disableAccount, endGrant, listAccounts, renewCode } from '@cam-nang/contracts/routes';
import { useRoleName } from '../../../account/roles.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { TextArea } from '../../../ui/field.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { Account, Grant, IssuedCode } from './account-types.js';
import { messages } from './messages/index.js';
import { Question } from './question.js';

/** An account, and what is done when the act is over or not wanted. */
export interface ActProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** Ends a role today, after saying what that means. */
export function EndGrant({ account, grant, onClose }: ActProps & { readonly grant: Grant }) {
  const { t } = useMessages(messages);
  const role = useRoleName()(grant.role);
  const end = useAct(endGrant, {
    changes: [listAccounts],
    onDone: () => {
      toast(t('ended'));
      onClose();
    },
  });
  return (
    <Question
      title={t('endTitle', { role })}
      act={t('endRole')}
      look="main"
      {...{ onClose, busy: end.busy, problem: end.problem }}
      onAct={() => void end.run({ params: { accountId: account.id, grantId: grant.id } })}
    >
      <p>{t('endText', { name: account.fullName, unit: grant.unitName })}</p>
    </Question>
  );
}

/** A new one-time code: the old password and every open session end. */
export function RenewCode(props: ActProps & { readonly onCode: (code: IssuedCode) => void }) {
  const { t } = useMessages(messages);
  const { account, onClose } = props;
  const renew = useAct(renewCode, {
    changes: [listAccounts],
    onDone: ({ oneTimeCode, codeExpiresAt }) => {
      const { fullName, username } = account;
      props.onCode({ fullName, username, code: oneTimeCode, expiresAt: codeExpiresAt });
      onClose();
    },
  });
  return (
    <Question
      title={t('renewTitle', { name: account.fullName })}
      act={t('renew')}
      look="main"
      {...{ onClose, busy: renew.busy, problem: renew.problem }}
      onAct={() => void renew.run({ params: { accountId: account.id } })}
    >
      <p>{t('renewText')}</p>
    </Question>
  );
}

/** Closes an account, with the reason. */
export function CloseAccount({ account, onClose }: ActProps) {
  const { t } = useMessages(messages);
  const [reason, setReason] = useState('');
  const close = useAct(disableAccount, {
    changes: [listAccounts],
    onDone: () => {
      toast(t('closedDone'));
      onClose();
    },
  });
  return (
    <Question
      title={t('closeTitle', { name: account.fullName })}
      act={t('close')}
      look="danger"
      wait={reason.trim() === '' ? t('closeWait') : undefined}
      {...{ onClose, busy: close.busy, problem: close.problem }}
      onAct={() => void close.run({ params: { accountId: account.id }, body: { reason } })}
    >
      <p>{t('closeText')}</p>
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Question>
  );
}
