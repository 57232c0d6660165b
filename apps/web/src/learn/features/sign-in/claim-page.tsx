import { useState, type FormEvent } from 'react';
import { claimInstallation } from '@cam-nang/contracts/routes';
import { SignInProblem } from '../../../account/sign-in-problem.js';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { acceptSession } from '../../../lib/session/session.js';
import { useTitle } from '../../../lib/title.js';
import { Button } from '../../../ui/button.js';
import { PasswordField, TextField } from '../../../ui/field.js';
import { Link, useGo } from '../../../ui/link.js';
import { href } from '../../routes.js';
import { readClaim, type ClaimField } from './claim-form.js';
import { messages } from './claim-messages/index.js';
import { SignInFrame } from './sign-in-frame.js';
import styles from './sign-in.module.css';

/** An empty installation: who can read the code at the server becomes its first administrator. */
export function ClaimPage() {
  const { t } = useMessages(messages);
  useTitle(t('title'));
  return (
    <SignInFrame title={t('title')} subtitle={t('text')}>
      <ClaimForm />
    </SignInFrame>
  );
}

function ClaimForm() {
  const { t } = useMessages(messages);
  const go = useGo();
  const [wrong, setWrong] = useState<ReadonlySet<ClaimField>>(new Set());
  const claim = useAction(async (_, body: Readonly<Record<ClaimField, string>>) => {
    await acceptSession(await call(claimInstallation, { body }));
    // The door knows what comes next: the second factor, then the desk.
    go(href('signIn'));
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readClaim(new FormData(event.currentTarget));
    setWrong(read.wrong);
    if (read.wrong.size === 0) void claim.run(read.body);
  };
  const words = (field: ClaimField) => (wrong.has(field) ? t(`wrong.${field}`) : undefined);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {claim.problem?.code === 'account.code_invalid' ? (
        <SignInProblem problem={claim.problem}>{t('codeRefused')}</SignInProblem>
      ) : (
        claim.problem && <SignInProblem problem={claim.problem} />
      )}
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        name="code"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={words('code')}
      />
      <TextField
        label={t('fullName')}
        name="fullName"
        lang="vi"
        autoComplete="name"
        maxLength={120}
        error={words('fullName')}
      />
      <TextField
        label={t('username')}
        hint={t('usernameHint')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        error={words('username')}
      />
      <PasswordField
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        name="newPassword"
        autoComplete="new-password"
        error={words('newPassword')}
      />
      <Button look="main" size="big" block type="submit" busy={claim.busy}>
        {t('submit')}
      </Button>
      <p className={styles.sub}>
        {t('next')} <Link href={href('signIn')}>{t('toSignIn')}</Link>
      </p>
    </form>
  );
}
