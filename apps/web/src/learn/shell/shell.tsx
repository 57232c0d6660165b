import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { readToday } from '@cam-nang/contracts/routes';
import { PersonMenu } from '../../account/person-menu.js';
import { ThemeButton } from '../../account/theme-button.js';
import { useResource } from '../../lib/api/resource.js';
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
import { useKeptWork } from '../journal/use-kept-work.js';
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
  if (place === 'today') return location === address;
  // The result of an attempt stands outside the addresses of the results.
  return location.startsWith(address) || (place === 'results' && location.startsWith('/attempts/'));
}

/** Frame of the trainee's places: bar at the bottom on phones, rail on the left on desktops. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useMessages(messages);
  const online = useOnline();
  useKeptWork(useSession().account.id);
  return (
    <div className={styles.app}>
      <SkipLink>{t('skip')}</SkipLink>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Brand href={href('today')} />
        </span>
        <p className={styles.scope}>
          <Scope />
        </p>
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
        {children}
      </main>
    </div>
  );
}

/** The cohort, where the bar has room for it; phones do not ask for it. */
function Scope() {
  const { t } = useMessages(messages);
  const [wide] = useState(() => matchMedia('(min-width: 1040px)').matches);
  const today = useResource(readToday, wide ? {} : undefined);
  const enrolments = today.data?.enrolments ?? [];
  const [first] = enrolments;
  if (first === undefined || enrolments.length > 1) return null;
  const { cohortCode, cohortTitle } = first.summary;
  return t('scope', { code: cohortCode, title: cohortTitle });
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
