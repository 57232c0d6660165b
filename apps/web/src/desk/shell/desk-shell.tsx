import type { ReactNode } from 'react';
import { FreshDialog } from '../../account/fresh-dialog.js';
import { PersonMenu } from '../../account/person-menu.js';
import { ThemeButton } from '../../account/theme-button.js';
import { useMessages } from '../../lib/i18n/catalogue.js';
import { OfflineBand } from '../../ui/banner.js';
import { Brand } from '../../ui/brand.js';
import { SkipLink } from '../../ui/layout.js';
import { Link } from '../../ui/link.js';
import { messages as kitMessages } from '../../ui/messages/index.js';
import { href } from '../routes.js';
import { DeskNavigation } from './desk-navigation.js';
import { messages } from './messages/index.js';
import { FindOrDo } from './palette/find-or-do.js';
import { PlaceProvider, useCurrentPlace } from './place-of-page.js';
import styles from './desk-shell.module.css';
import { TopSlot } from './top-slot.js';

/** Frame of the desk: slim rail, top bar with the trail, the work. */
export function DeskShell({ children }: { readonly children: ReactNode }) {
  const { t } = useMessages(messages);
  const kit = useMessages(kitMessages);
  return (
    <PlaceProvider>
      <div className={styles.app}>
        <SkipLink>{t('skip')}</SkipLink>
        <header className={styles.top}>
          <span className={styles.brand}>
            <Brand href={href('home')} label={t('firstPage')} />
          </span>
          <Trail />
          <span className={styles.space} />
          <TopSlot className={styles.slot} />
          <FindOrDo />
          <ThemeButton />
          <PersonMenu here="desk" />
        </header>
        <div className={styles.band}>
          <OfflineBand>{kit.t('offlineBandDesk')}</OfflineBand>
        </div>
        <DeskNavigation />
        <main className={styles.main} id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <FreshDialog />
    </PlaceProvider>
  );
}

function Trail() {
  const { t } = useMessages(messages);
  const { trail } = useCurrentPlace();
  if (trail.length === 0) return <span className={styles.trail} />;
  return (
    <nav className={styles.trail} aria-label={t('position')}>
      <ol>
        {trail.map((step, index) => (
          <li key={step.title}>
            {index > 0 && <span className={styles.arrow}>› </span>}
            {step.href === undefined ? (
              <span aria-current="page">{step.title}</span>
            ) : (
              <Link href={step.href}>{step.title}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
