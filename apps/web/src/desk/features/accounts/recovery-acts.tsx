import { useState } from 'react';
import type { ResponseOf, recoverAccount as contract } from '@cam-nang/contracts';
import { listAccounts, recoverAccount, reopenAccount } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { TextArea, Tick } from '../../../ui/field.js';
import { useAct } from '../../data/act.js';
import type { ActProps } from './account-acts.js';
import type { IssuedCode } from './account-types.js';
import { messages } from './messages/index.js';
import { Question } from './question.js';

type Lost = 'password' | 'second-factor';
type Codes = ActProps & { readonly onCode: (code: IssuedCode) => void };

/** What follows both acts: the code is handed over, once. */
function handingOver({ account, onClose, onCode }: Codes) {
  const { fullName, username } = account;
  return {
    changes: [listAccounts],
    onDone: ({ oneTimeCode, codeExpiresAt }: ResponseOf<typeof contract>) => {
      onCode({ fullName, username, code: oneTimeCode, expiresAt: codeExpiresAt });
      onClose();
    },
  };
}

/** Opens a closed account again, with the reason; its roles come back, and only a new code opens it. */
export function ReopenAccount(props: Codes) {
  const { account, onClose } = props;
  const { t } = useMessages(messages);
  const [reason, setReason] = useState('');
  const reopen = useAct(reopenAccount, handingOver(props));
  return (
    <Question
      title={t('reopenTitle', { name: account.fullName })}
      act={t('reopen')}
      look="main"
      wait={reason.trim() === '' ? t('reopenWait') : undefined}
      {...{ onClose, busy: reopen.busy, problem: reopen.problem }}
      onAct={() => void reopen.run({ params: { accountId: account.id }, body: { reason } })}
    >
      <p>{t('reopenText')}</p>
      <Reason reason={reason} onReason={setReason} />
    </Question>
  );
}

/** A new way into an account for who lost the password or the second factor. */
export function RecoverAccount(props: Codes) {
  const { account, onClose } = props;
  const { t } = useMessages(messages);
  const [lost, setLost] = useState<Lost>('password');
  const [reason, setReason] = useState('');
  const recover = useAct(recoverAccount, handingOver(props));
  return (
    <Question
      title={t('recoverTitle', { name: account.fullName })}
      act={t('recoverAct')}
      look="main"
      wait={reason.trim() === '' ? t('recoverWait') : undefined}
      {...{ onClose, busy: recover.busy, problem: recover.problem }}
      onAct={() => void recover.run({ params: { accountId: account.id }, body: { lost, reason } })}
    >
      <p>{t('recoverText')}</p>
      {account.secondFactor && <WhatLost lost={lost} onLost={setLost} />}
      <Reason reason={reason} onReason={setReason} />
    </Question>
  );
}

function WhatLost(props: { readonly lost: Lost; readonly onLost: (lost: Lost) => void }) {
  const { t } = useMessages(messages);
  const { lost, onLost } = props;
  return (
    <fieldset>
      <legend>
        <b>{t('whatLost')}</b>
      </legend>
      <Tick
        kind="radio"
        name="lost"
        checked={lost === 'password'}
        hint={t('lostPasswordKeeps')}
        onChange={() => onLost('password')}
      >
        {t('lostPassword')}
      </Tick>
      <Tick
        kind="radio"
        name="lost"
        checked={lost === 'second-factor'}
        hint={t('lostFactorHint')}
        onChange={() => onLost('second-factor')}
      >
        {t('lostFactor')}
      </Tick>
    </fieldset>
  );
}

function Reason(props: { readonly reason: string; readonly onReason: (reason: string) => void }) {
  const { t } = useMessages(messages);
  return (
    <TextArea
      label={t('reason')}
      hint={t('reasonHint')}
      value={props.reason}
      maxLength={300}
      onChange={(event) => props.onReason(event.currentTarget.value)}
    />
  );
}
