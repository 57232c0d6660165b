import { useRef, useState, type FormEvent } from 'react';
import { changePassword } from '@cam-nang/contracts/routes';
import { messages as accountMessages } from '../../../account/messages/index.js';
import { SignInProblem } from '../../../account/sign-in-problem.js';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { PasswordField } from '../../../ui/field.js';
import { Section, Stack } from '../../../ui/layout.js';
import { toast } from '../../../ui/toast.js';
import { messages } from './messages/index.js';

/** Changes one's own password; every other device is signed out. */
export function PasswordSection() {
  const { t } = useMessages(messages);
  const account = useMessages(accountMessages);
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<ReadonlySet<'current' | 'next'>>(new Set());
  const action = useAction(async ({ idempotencyKey }, body: { current: string; next: string }) => {
    await call(changePassword, { body }, { idempotencyKey });
    form.current?.reset();
    toast(t('passwordChanged'));
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const body = {
      current: String(data.get('current') ?? ''),
      next: String(data.get('next') ?? ''),
    };
    const found = new Set<'current' | 'next'>();
    if (body.current === '') found.add('current');
    if (body.next.length < 10) found.add('next');
    setWrong(found);
    if (found.size === 0) void action.run(body);
  };
  return (
    <Section title={t('passwordTitle')}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack>
          {action.problem !== undefined && <SignInProblem problem={action.problem} />}
          <PasswordField
            label={t('currentPassword')}
            name="current"
            autoComplete="current-password"
            error={wrong.has('current') ? t('currentMissing') : undefined}
          />
          <PasswordField
            label={account.t('newPassword')}
            hint={account.t('newPasswordHint')}
            name="next"
            autoComplete="new-password"
            error={wrong.has('next') ? account.t('newPasswordShort') : undefined}
          />
          <Button type="submit" busy={action.busy}>
            {t('changePassword')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
