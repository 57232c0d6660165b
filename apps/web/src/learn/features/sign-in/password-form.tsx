import { useState, type FormEvent } from 'react';
import { signIn } from '@cam-nang/contracts/routes';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import type { Session } from '../../../lib/session/session.js';
import { rememberSharedDevice } from '../../../lib/session/shared-device.js';
import { SignInProblem } from '../../../account/sign-in-problem.js';
import { Button } from '../../../ui/button.js';
import { PasswordField, TextField, Tick } from '../../../ui/field.js';
import { messages } from './messages/index.js';
import { SecondFactorForm } from './second-factor-form.js';
import { SignOnButton, SignOnProblem } from './single-sign-on.js';
import styles from './sign-in.module.css';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** User name and password; then the second factor where the account has one. */
export function PasswordForm(props: {
  readonly onSession: (session: Session) => void;
  readonly onFirstTime: () => void;
}) {
  const { t } = useMessages(messages);
  const [given, setGiven] = useState<Credentials>();
  const [asksCode, setAsksCode] = useState(false);
  const action = useAction(async (_, body: Credentials & { totp?: string }) => {
    try {
      props.onSession(await call(signIn, { body }));
    } catch (error) {
      if (isCodeQuestion(error)) setAsksCode(true);
      else throw error;
    }
  });
  const submit = (credentials: Credentials) => {
    setGiven(credentials);
    void action.run(credentials);
  };
  if (asksCode && given !== undefined) {
    return (
      <SecondFactorForm
        busy={action.busy}
        problem={action.problem}
        onCode={(totp) => void action.run({ ...given, totp })}
        onBack={() => {
          action.clear();
          setAsksCode(false);
        }}
      />
    );
  }
  return (
    <>
      <SignOnProblem />
      <CredentialsForm busy={action.busy} problem={action.problem} onSubmit={submit} />
      <div className={styles.after}>
        <SignOnButton />
        <Button block onClick={props.onFirstTime}>
          {t('firstTime')}
        </Button>
        <p>{t('forgot')}</p>
      </div>
    </>
  );
}

function isCodeQuestion(error: unknown): boolean {
  return (error as Partial<ApiProblem>).code === 'session.second_factor_required';
}

function CredentialsForm(props: {
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onSubmit: (credentials: Credentials) => void;
}) {
  const { t } = useMessages(messages);
  const [missing, setMissing] = useState<ReadonlySet<keyof Credentials>>(new Set());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('username') ?? '').trim();
    const password = String(form.get('password') ?? '');
    rememberSharedDevice(form.get('shared') === 'on');
    const empty = new Set<keyof Credentials>();
    if (username === '') empty.add('username');
    if (password === '') empty.add('password');
    setMissing(empty);
    if (empty.size === 0) props.onSubmit({ username, password });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {props.problem !== undefined && <SignInProblem problem={props.problem} />}
      <TextField
        label={t('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        figures
        error={missing.has('username') ? t('usernameMissing') : undefined}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        error={missing.has('password') ? t('passwordMissing') : undefined}
      />
      <Tick name="shared" hint={t('sharedHint')}>
        {t('shared')}
      </Tick>
      <Button look="main" size="big" block type="submit" busy={props.busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
