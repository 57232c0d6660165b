import { FreshDialog } from '../../../account/fresh-dialog.js';
import { PersonMenu } from '../../../account/person-menu.js';
import { hasDeskRole, isTrainee } from '../../../account/roles.js';
import { ThemeButton } from '../../../account/theme-button.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useSession } from '../../../lib/session/session.js';
import { useTitle } from '../../../lib/title.js';
import { Brand } from '../../../ui/brand.js';
import { Page, PageHead } from '../../../ui/layout.js';
import { useKeptWork } from '../../journal/use-kept-work.js';
import { DevicesSection } from './devices-section.js';
import { LanguageSection } from './language-section.js';
import { messages } from './messages/index.js';
import { PasswordSection } from './password-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import styles from './account-page.module.css';

/** One's own account, for people of both programs: password, second factor, devices. */
export function AccountPage() {
  const { t } = useMessages(messages);
  const session = useSession();
  useTitle(t('accountTitle'));
  useKeptWork(session.account.id);
  const home = hasDeskRole(session) && !isTrainee(session) ? '/desk' : '/';
  return (
    <>
      <header className={styles.top}>
        <Brand href={home} />
        <span className={styles.space} />
        <ThemeButton />
        <PersonMenu here="learn" />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Page narrow>
          <PageHead above={session.account.fullName} title={t('accountTitle')} />
          <PasswordSection />
          <SecondFactorSection />
          <DevicesSection />
          <LanguageSection />
        </Page>
      </main>
      <FreshDialog />
    </>
  );
}
