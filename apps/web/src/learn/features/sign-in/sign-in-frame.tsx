import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { setLocale } from '../../../lib/i18n/locale.js';
import { Brand } from '../../../ui/brand.js';
import { SegmentedControl } from '../../../ui/button.js';
import { LabelBox } from '../../../ui/card.js';
import { AwardIcon, BookMarkedIcon, NotebookTextIcon, ScanLineIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './sign-in.module.css';

/** The door's frame: what the product is on one side, the label with the form on the other. */
export function SignInFrame(props: {
  readonly title: string;
  readonly subtitle?: string;
  readonly children: ReactNode;
}) {
  const { t } = useMessages(messages);
  return (
    <div className={styles.page}>
      <SignInBar />
      <main className={styles.in} id="main" tabIndex={-1}>
        <Claims />
        <div>
          <LabelBox labelledBy="sign-in-title">
            <h1 id="sign-in-title">{props.title}</h1>
            <p className={styles.sub}>{props.subtitle ?? t('subtitle')}</p>
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
