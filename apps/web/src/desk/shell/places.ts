import type { Permission, Session } from '../../lib/session/session.js';
import {
  AwardIcon,
  BookOpenIcon,
  CalendarCheckIcon,
  HistoryIcon,
  LandmarkIcon,
  LibraryIcon,
  ListTodoIcon,
  PencilLineIcon,
  ScaleIcon,
  StampIcon,
  UserCogIcon,
  UsersIcon,
  type IconType,
} from '../../ui/icons.js';
import { isBuilt } from '../built-pages.js';
import type { PageName } from '../routes.js';

/** Places of the desk; the word of each is in the shell's messages under the same key. */
export type PlaceName =
  | 'home'
  | 'courses'
  | 'changeRequests'
  | 'councils'
  | 'editions'
  | 'legalDocuments'
  | 'cohorts'
  | 'awards'
  | 'register'
  | 'accounts'
  | 'jobs'
  | 'audit';

export interface Place {
  readonly name: PlaceName & PageName;
  readonly icon: IconType;
  /** One of these permissions opens the place; none: everybody at the desk. */
  readonly anyOf: readonly Permission[];
}

export interface Group {
  readonly name: 'compose' | 'training' | 'certificates' | 'system';
  readonly places: readonly Place[];
}

const home: Place = { name: 'home', icon: CalendarCheckIcon, anyOf: [] };

const groups: readonly Group[] = [
  {
    name: 'compose',
    places: [
      { name: 'courses', icon: LibraryIcon, anyOf: ['curriculum.read'] },
      {
        name: 'changeRequests',
        icon: PencilLineIcon,
        anyOf: ['curriculum.edit', 'change-request.review', 'change-request.merge'],
      },
      { name: 'councils', icon: ScaleIcon, anyOf: ['council.convene', 'council.vote'] },
      { name: 'editions', icon: BookOpenIcon, anyOf: ['edition.prepare', 'edition.issue'] },
      { name: 'legalDocuments', icon: LandmarkIcon, anyOf: ['legal-document.keep'] },
    ],
  },
  { name: 'training', places: [{ name: 'cohorts', icon: UsersIcon, anyOf: ['cohort.read'] }] },
  {
    name: 'certificates',
    places: [
      { name: 'awards', icon: AwardIcon, anyOf: ['award.read'] },
      { name: 'register', icon: StampIcon, anyOf: ['register.read'] },
    ],
  },
  {
    name: 'system',
    places: [
      { name: 'accounts', icon: UserCogIcon, anyOf: ['account.read'] },
      { name: 'jobs', icon: ListTodoIcon, anyOf: ['job.read'] },
      { name: 'audit', icon: HistoryIcon, anyOf: ['audit.read'] },
    ],
  },
];

function opens(place: Place, session: Session): boolean {
  const allowed =
    place.anyOf.length === 0 || place.anyOf.some((one) => session.permissions.includes(one));
  return allowed && isBuilt(place.name);
}

/** What the person may go to, in groups; "today" stands on top of all. */
export function placesFor(session: Session): {
  readonly home: Place;
  readonly groups: readonly Group[];
} {
  return {
    home,
    groups: groups
      .map((group) => ({ ...group, places: group.places.filter((place) => opens(place, session)) }))
      .filter((group) => group.places.length > 0),
  };
}
