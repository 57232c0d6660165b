import { useState, type FormEvent } from 'react';
import { redeemCode } from '@cam-nang/contracts/routes';
import { SignInProblem } from '../../../account/sign-in-problem.js';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import type { Session } from '../../../lib/session/session.js';
import { Button } from '../../../ui/button.js';
import { PasswordField, TextField } from '../../../ui/field.js';
import { messages } from './messages/index.js';
import styles from './sign-in.module.css';

interface FirstSignIn {
  readonly username: string;
  readonly code: string;
  readonly newPassword: string;
}

type Wrong = ReadonlySet<keyof FirstSignIn>;

function wrongFields(given: FirstSignIn): Wrong {
  const wrong = new Set<keyof FirstSignIn>();
  if (given.username === '') wrong.add('username');
  if (given.code.length < 6) wrong.add('code');
  if (given.newPassword.length < 10) wrong.add('newPassword');
  return wrong;
}

function readForm(form: FormData): FirstSignIn {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    username: text('username').trim(),
    code: text('code').trim(),
    newPassword: text('newPassword'),
  };
}

/** The one-time code of the class sheet becomes a password of one's own. */
export function FirstSignInForm(props: {
  readonly onSession: (session: Session) => void;
  readonly onBack: () => void;
}) {
  const { t } = useMessages(messages);
  const [wrong, setWrong] = useState<Wrong>(new Set());
  const action = useAction(async (_, body: FirstSignIn) => {
    props.onSession(await call(redeemCode, { body }));
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = readForm(new FormData(event.currentTarget));
    const found = wrongFields(given);
    setWrong(found);
    if (found.size === 0) void action.run(given);
  };
  return (
    <>
      <p className={styles.sub}>{t('firstText')}</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        {action.problem !== undefined && <SignInProblem problem={action.problem} />}
        <TextField
          label={t('username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          figures
          error={wrong.has('username') ? t('usernameMissing') : undefined}
        />
        <TextField
          label={t('oneTimeCode')}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          figures
          error={wrong.has('code') ? t('oneTimeCodeMissing') : undefined}
        />
        <PasswordField
          label={t('newPassword')}
          hint={t('newPasswordHint')}
          name="newPassword"
          autoComplete="new-password"
          error={wrong.has('newPassword') ? t('newPasswordShort') : undefined}
        />
        <Button look="main" size="big" block type="submit" busy={action.busy}>
          {t('setPassword')}
        </Button>
        <Button block onClick={props.onBack}>
          {t('back')}
        </Button>
      </form>
    </>
  );
}
