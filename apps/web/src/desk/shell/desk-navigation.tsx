import { useState } from 'react';
import { useLocation } from '@tanstack/react-router';
import { useMessages } from '../../lib/i18n/catalogue.js';
import { useSession } from '../../lib/session/session.js';
import { cx } from '../../ui/class-names.js';
import { EllipsisIcon } from '../../ui/icons.js';
import { ListRow, RowList } from '../../ui/lists.js';
import { Link } from '../../ui/link.js';
import { Sheet } from '../../ui/overlay.js';
import { href } from '../routes.js';
import { messages } from './messages/index.js';
import { placesFor, type Group, type Place } from './places.js';
import styles from './desk-shell.module.css';

/** The bar of a phone holds five: all of them, or four and "more". */
const ROOM = 5;

/** Rail on desktops, bar at the bottom on phones, computed from what the person may do. */
export function DeskNavigation() {
  const { t } = useMessages(messages);
  const session = useSession();
  const { home, groups } = placesFor(session);
  const all = [home, ...groups.flatMap((group) => group.places)];
  const shown = all.length > ROOM ? ROOM - 1 : ROOM;
  const onPhone = new Set(all.slice(0, shown).map((place) => place.name));
  return (
    <nav className={styles.nav} aria-label={t('navigation')}>
      <PlaceGroup places={[home]} onPhone={onPhone} />
      {groups.map((group) => (
        <PlaceGroup key={group.name} name={group.name} places={group.places} onPhone={onPhone} />
      ))}
      {all.length > ROOM && <MorePlaces places={all} />}
      {session.isDemonstration && <p className={styles.foot}>{t('demonstration')}</p>}
    </nav>
  );
}

function PlaceGroup(props: {
  readonly name?: Group['name'];
  readonly places: readonly Place[];
  readonly onPhone: ReadonlySet<string>;
}) {
  const { t } = useMessages(messages);
  const { pathname } = useLocation();
  return (
    <div className={styles.group}>
      {props.name !== undefined && <p className={styles.groupName}>{t(`group.${props.name}`)}</p>}
      <ul className={styles.places}>
        {props.places.map(({ name, icon: Icon }) => (
          <li key={name} className={cx(!props.onPhone.has(name) && styles.beyond) || undefined}>
            <Link
              className={styles.item}
              href={href(name)}
              aria-current={isAt(name, pathname) ? 'page' : undefined}
            >
              <Icon />
              <span>{t(`place.${name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isAt(name: Place['name'], pathname: string): boolean {
  const address = href(name);
  if (name === 'home') return pathname === address || pathname === `${address}/`;
  return pathname === address || pathname.startsWith(`${address}/`);
}

function MorePlaces({ places }: { readonly places: readonly Place[] }) {
  const { t } = useMessages(messages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={cx(styles.item, styles.moreItem)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <EllipsisIcon />
        {t('more')}
      </button>
      <Sheet open={open} title={t('allPlaces')} onClose={() => setOpen(false)}>
        <div onClick={() => setOpen(false)} role="presentation">
          <RowList>
            {places.map(({ name, icon }) => (
              <ListRow key={name} icon={icon} href={href(name)} title={t(`place.${name}`)} />
            ))}
          </RowList>
        </div>
      </Sheet>
    </>
  );
}
