import { useState, type FormEvent } from 'react';
import type { ApiProblem } from '../lib/api/problem.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { messages } from './messages/index.js';
import { SignInProblem } from './sign-in-problem.js';
import styles from './account.module.css';

/** Six digits of the authenticator. */
export function CodeForm(props: {
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onCode: (code: string) => void;
  readonly onBack?: () => void;
}) {
  const { t } = useMessages(messages);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').replace(/\s/g, '');
    const valid = /^\d{6}$/.test(code);
    setWrong(!valid);
    if (valid) props.onCode(code);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {props.problem !== undefined && <SignInProblem problem={props.problem} />}
      <TextField
        label={props.label}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        figures
        autoFocus
        error={wrong ? t('code6Wrong') : undefined}
      />
      <Button look="main" size="big" block type="submit" busy={props.busy}>
        {props.submit}
      </Button>
      {props.onBack !== undefined && (
        <Button block onClick={props.onBack}>
          {t('back')}
        </Button>
      )}
    </form>
  );
}
