import { useEffect, useState } from 'react';
import type { ResponseOf, beginSecondFactor as beginEndpoint } from '@cam-nang/contracts';
import { beginSecondFactor, confirmSecondFactor } from '@cam-nang/contracts/routes';
import { asProblem } from '../lib/api/problem.js';
import { useAction } from '../lib/api/action.js';
import { call } from '../lib/api/call.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { ProblemState, Skeleton } from '../ui/states.js';
import { messages } from './messages/index.js';
import { askFresh } from './fresh.js';
import { CodeForm } from './code-form.js';
import styles from './account.module.css';

type Secret = ResponseOf<typeof beginEndpoint>;

/** Whoever replaces an authenticator is asked to prove themselves first. */
async function beginFresh(idempotencyKey: string): Promise<Secret> {
  try {
    return await call(beginSecondFactor, {}, { idempotencyKey });
  } catch (error) {
    const asked = asProblem(error).code === 'session.fresh_authentication_required';
    if (!asked || !(await askFresh())) throw error;
    return call(beginSecondFactor, {});
  }
}

/** Desk roles set up an authenticator before they go on. */
export function SecondFactorSetup({ onDone }: { readonly onDone: () => void }) {
  const { t } = useMessages(messages);
  const [secret, setSecret] = useState<Secret>();
  const begin = useAction(async ({ idempotencyKey }) => {
    setSecret(await beginFresh(idempotencyKey));
  });
  const confirm = useAction(async (_, totp: string) => {
    await call(confirmSecondFactor, { body: { totp } });
    onDone();
  });
  const { run } = begin;
  useEffect(() => {
    void run();
  }, [run]);
  if (begin.problem !== undefined) {
    return <ProblemState problem={begin.problem} onRetry={() => void run()} />;
  }
  return (
    <>
      <p className={styles.sub}>{t('setUpText')}</p>
      {secret === undefined ? (
        <Skeleton lines={['title', 80, 60]} />
      ) : (
        <>
          <QrCode rows={secret.qr} label={t('setUpQr')} />
          <p className={styles.sub}>
            {t('setUpSecret')} <span className={styles.secret}>{secret.secret}</span>
          </p>
        </>
      )}
      <CodeForm
        label={t('code6')}
        submit={t('setUpDone')}
        busy={confirm.busy}
        problem={confirm.problem}
        onCode={(code) => void confirm.run(code)}
      />
    </>
  );
}

/** Rows of modules, `1` for dark, drawn as one path. */
function QrCode({ rows, label }: { readonly rows: readonly string[]; readonly label: string }) {
  const path = rows
    .flatMap((row, y) => [...row].map((module, x) => (module === '1' ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
