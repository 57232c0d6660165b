import { useEffect, useState, type ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { setLocale } from '../../../lib/i18n/locale.js';
import { acceptSession, loadSession, useSessionState } from '../../../lib/session/session.js';
import { useTitle } from '../../../lib/title.js';
import { Brand } from '../../../ui/brand.js';
import { SegmentedControl } from '../../../ui/button.js';
import { LabelBox } from '../../../ui/card.js';
import { AwardIcon, BookMarkedIcon, NotebookTextIcon, ScanLineIcon } from '../../../ui/icons.js';
import { Link, useGo } from '../../../ui/link.js';
import { href } from '../../routes.js';
import { destinationOf } from './destination.js';
import { FirstSignInForm } from './first-sign-in-form.js';
import { messages } from './messages/index.js';
import { PasswordForm } from './password-form.js';
import { SecondFactorSetup } from '../../../account/second-factor-setup.js';
import styles from './sign-in.module.css';

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
    <Frame title={titles[step]}>
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
    </Frame>
  );
}

function Frame(props: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useMessages(messages);
  return (
    <div className={styles.page}>
      <SignInBar />
      <main className={styles.in} id="main" tabIndex={-1}>
        <Claims />
        <div>
          <LabelBox labelledBy="sign-in-title">
            <h1 id="sign-in-title">{props.title}</h1>
            <p className={styles.sub}>{t('subtitle')}</p>
            {props.children}
          </LabelBox>
          <nav className={styles.links} aria-label={t('withoutSignIn')}>
            <Link href={href('verify')}>
              <ScanLineIcon />
              {t('verify')}
            </Link>
          </nav>
        </div>
      </main>
    </div>
  );
}

function SignInBar() {
  const { t, locale } = useMessages(messages);
  return (
    <header className={styles.bar}>
      <Brand href={href('signIn')} />
      <SegmentedControl
        label={t('language')}
        value={locale}
        choices={[
          { value: 'vi', label: 'Tiếng Việt', lang: 'vi' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
        onChange={(value) => void setLocale(value)}
      />
    </header>
  );
}

function Claims() {
  const { t } = useMessages(messages);
  return (
    <div className={styles.say}>
      <h2>
        {t('motto1')}
        <br />
        {t('motto2')}
        <br />
        {t('motto3')}
      </h2>
      <ul className={styles.claims}>
        <li>
          <NotebookTextIcon />
          <span>{t('claimPhone')}</span>
        </li>
        <li>
          <BookMarkedIcon />
          <span>{t('claimEdition')}</span>
        </li>
        <li>
          <AwardIcon />
          <span>{t('claimCertificate')}</span>
        </li>
      </ul>
    </div>
  );
}
