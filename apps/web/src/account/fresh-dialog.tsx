import { useState, type FormEvent } from 'react';
import { freshen } from '@cam-nang/contracts/routes';
import { useAction } from '../lib/api/action.js';
import { call } from '../lib/api/call.js';
import { useProblemText } from '../lib/api/problem-text.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { Note } from '../ui/banner.js';
import { Button } from '../ui/button.js';
import { PasswordField, TextField } from '../ui/field.js';
import { Stack } from '../ui/layout.js';
import { Dialog } from '../ui/overlay.js';
import { answerFresh, useFreshQuestion } from './fresh.js';
import { messages } from './messages/index.js';

/** Asks for password and code before an act that cannot be undone; each program renders it once. */
export function FreshDialog() {
  const { t } = useMessages(messages);
  const open = useFreshQuestion();
  return (
    <Dialog open={open} title={t('freshTitle')} onClose={() => answerFresh(false)}>
      <FreshForm />
    </Dialog>
  );
}

function FreshForm() {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const [asksCode, setAsksCode] = useState(false);
  const action = useAction(async (_, body: { password: string; totp?: string }) => {
    await call(freshen, { body });
    answerFresh(true);
  });
  const needsCode = asksCode || action.problem?.code === 'session.second_factor_required';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const totp = String(form.get('totp') ?? '').replace(/\s/g, '');
    setAsksCode(needsCode);
    void action.run({
      password: String(form.get('password') ?? ''),
      ...(totp === '' ? {} : { totp }),
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p>{t('freshText')}</p>
        {action.problem !== undefined && (
          <Note look="bad" alert>
            {say(action.problem)}
          </Note>
        )}
        <PasswordField label={t('password')} name="password" autoComplete="current-password" />
        {needsCode && (
          <TextField
            label={t('code6')}
            name="totp"
            inputMode="numeric"
            autoComplete="one-time-code"
            figures
          />
        )}
        <Button look="main" type="submit" busy={action.busy}>
          {t('confirm')}
        </Button>
      </Stack>
    </form>
  );
}
