import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { PersonMenu } from '../../account/person-menu.js';
import { ThemeButton } from '../../account/theme-button.js';
import { useMessages } from '../../lib/i18n/catalogue.js';
import { useOnline } from '../../lib/online.js';
import { changeLocale, useSession } from '../../lib/session/session.js';
import { OfflineBand } from '../../ui/banner.js';
import { Brand } from '../../ui/brand.js';
import {
  AwardIcon,
  BookMarkedIcon,
  CalendarCheckIcon,
  NotebookTextIcon,
  WifiOffIcon,
  type IconType,
} from '../../ui/icons.js';
import { SkipLink } from '../../ui/layout.js';
import { Link } from '../../ui/link.js';
import { useKeptJournals } from '../journal/use-kept-journals.js';
import { href } from '../routes.js';
import { messages } from './messages/index.js';
import styles from './shell.module.css';

type Place = 'today' | 'course' | 'handbook' | 'results';

const places: readonly { readonly place: Place; readonly icon: IconType }[] = [
  { place: 'today', icon: CalendarCheckIcon },
  { place: 'course', icon: NotebookTextIcon },
  { place: 'handbook', icon: BookMarkedIcon },
  { place: 'results', icon: AwardIcon },
];

function isAt(place: Place, location: string): boolean {
  const address = href(place);
  return place === 'today' ? location === address : location.startsWith(address);
}

/** Frame of the trainee's places: bar at the bottom on phones, rail on the left on desktops. */
export function Shell(props: {
  readonly scope?: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useMessages(messages);
  const online = useOnline();
  useKeptJournals(useSession().account.id);
  return (
    <div className={styles.app}>
      <SkipLink>{t('skip')}</SkipLink>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Brand href={href('today')} />
        </span>
        <p className={styles.scope}>{props.scope}</p>
        <span className={styles.space} />
        {!online && (
          <span className={styles.sync}>
            <WifiOffIcon />
            {t('offline')}
          </span>
        )}
        <ThemeButton />
        <PersonMenu here="learn" />
      </header>
      <div className={styles.band}>
        <OfflineBand />
      </div>
      <Places />
      <main className={styles.main} id="main" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}

function Places() {
  const { t, locale } = useMessages(messages);
  const [location] = useLocation();
  const { account, roles, isDemonstration } = useSession();
  const unit = roles.find((role) => role.role === 'trainee')?.unitName;
  return (
    <nav className={styles.nav} aria-label={t('navigation')}>
      <p className={styles.group}>{t('trainee')}</p>
      <ul className={styles.places}>
        {places.map(({ place, icon: Icon }) => (
          <li key={place}>
            <Link href={href(place)} aria-current={isAt(place, location) ? 'page' : undefined}>
              <Icon />
              {t(place)}
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <p>
          {account.fullName}
          <br />
          {unit}
        </p>
        <p>
          <button
            type="button"
            lang={locale === 'vi' ? 'en' : 'vi'}
            onClick={() => void changeLocale(locale === 'vi' ? 'en' : 'vi')}
          >
            {t('otherLanguage')}
          </button>
          {isDemonstration && ` · ${t('demonstration')}`}
        </p>
      </div>
    </nav>
  );
}
