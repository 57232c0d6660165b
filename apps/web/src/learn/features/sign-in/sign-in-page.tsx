import { useEffect, useState } from 'react';
import { SecondFactorSetup } from '../../../account/second-factor-setup.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { acceptSession, loadSession, useSessionState } from '../../../lib/session/session.js';
import { useTitle } from '../../../lib/title.js';
import { useGo } from '../../../ui/link.js';
import { destinationOf } from './destination.js';
import { FirstSignInForm } from './first-sign-in-form.js';
import { messages } from './messages/index.js';
import { PasswordForm } from './password-form.js';
import { SignInFrame } from './sign-in-frame.js';

type Step = 'password' | 'first' | 'set-up';

/** The door of both programs: password, second factor, first sign-in, setting up the second factor. */
export function SignInPage() {
  const { t } = useMessages(messages);
  const [chosen, setStep] = useState<Step>('password');
  const go = useGo();
  const state = useSessionState();
  const session = state.status === 'signed-in' ? state.session : undefined;
  const step: Step = session?.secondFactor === 'must_set_up' ? 'set-up' : chosen;
  useEffect(() => {
    if (session === undefined || session.secondFactor === 'must_set_up') return;
    go(destinationOf(session, location.search));
  }, [session, go]);
  const titles = { password: t('title'), first: t('firstTitle'), 'set-up': t('setUpTitle') };
  useTitle(titles[step]);
  return (
    <SignInFrame title={titles[step]}>
      {step === 'password' && (
        <PasswordForm
          onSession={(session) => void acceptSession(session)}
          onFirstTime={() => setStep('first')}
        />
      )}
      {step === 'first' && (
        <FirstSignInForm
          onSession={(session) => void acceptSession(session)}
          onBack={() => setStep('password')}
        />
      )}
      {step === 'set-up' && <SecondFactorSetup onDone={() => void loadSession()} />}
    </SignInFrame>
  );
}
