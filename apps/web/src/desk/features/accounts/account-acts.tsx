import { useState, type ReactNode } from 'react';
import { disableAccount, endGrant, listAccounts, renewCode } from '@cam-nang/contracts/routes';
import { useRoleName } from '../../../account/roles.js';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, ButtonRow, type ButtonLook } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { Account, Grant, IssuedCode } from './account-types.js';
import styles from './accounts.module.css';
import { messages } from './messages/index.js';
import { Refusal } from './refusal.js';

interface ActProps {
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

/** Closes an account for good, with the reason. */
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

function Question(props: {
  readonly title: string;
  readonly act: string;
  readonly look: ButtonLook;
  /** Why it cannot be done yet. */
  readonly wait?: string | undefined;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useMessages(messages);
  return (
    <Dialog open title={props.title} onClose={props.onClose}>
      <Stack>
        {props.children}
        <Refusal problem={props.problem} />
        <ButtonRow>
          <Button
            look={props.look}
            busy={props.busy}
            disabled={props.wait !== undefined}
            onClick={props.onAct}
          >
            {props.act}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </ButtonRow>
        {props.wait !== undefined && <p className={styles.soft}>{props.wait}</p>}
      </Stack>
    </Dialog>
  );
}
