import {
  listAccounts,
  listChangeRequests,
  listCohorts,
  listCourses,
  readOutline,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { changeLocale, may, useSession } from '../../../lib/session/session.js';
import { isDark, setTheme, useTheme } from '../../../lib/theme.js';
import { isBuilt } from '../../built-pages.js';
import { useRead, useReadEach } from '../../data/query.js';
import { href } from '../../routes.js';
import { messages as shellMessages } from '../messages/index.js';
import { placesFor } from '../places.js';
import type { Item } from './found.js';
import { messages } from './messages/index.js';
import { PLACE_KEYS } from './place-keys.js';

/** Everything that can be gone to or done, as far as this person may. */
export function useItems(typed: string, onKeys: () => void): readonly Item[] {
  return [
    ...usePlaceItems(),
    ...useTextItems(),
    ...useActItems(onKeys),
    ...useCohortItems(),
    ...usePersonItems(typed),
  ];
}

function usePlaceItems(): Item[] {
  const { t } = useMessages(shellMessages);
  const { home, groups } = placesFor(useSession());
  return [home, ...groups.flatMap(({ places }) => places)].map(({ name }) => ({
    key: `place ${name}`,
    group: 'places',
    icon: 'place',
    title: t(`place.${name}`),
    href: href(name),
    keys: ['G', PLACE_KEYS[name].toUpperCase()],
  }));
}

/** Courses, their open change requests and the lessons of the edition in force. */
function useTextItems(): Item[] {
  const { t, locale } = useMessages(messages);
  const reads = may(useSession(), 'curriculum.read');
  const courses = useRead(listCourses, reads ? {} : undefined).data?.courses ?? [];
  const requests = useReadEach(
    listChangeRequests,
    courses.map(({ id }) => ({ params: { courseId: id } })),
  ).flatMap((one) => one.requests);
  const outlines = useReadEach(
    readOutline,
    courses.flatMap(({ inForce }) =>
      inForce === null ? [] : [{ params: { editionId: inForce.id } }],
    ),
  );
  return [
    ...courses.map((course): Item => {
      const title = `${course.code} ${pick(locale, course.title, course.titleEn)}`;
      const at = href('course', { courseId: course.id });
      return text('course', course.id, title, t('course'), at, both(course));
    }),
    ...requests
      .filter(({ state }) => state !== 'merged' && state !== 'abandoned')
      .map((request): Item => {
        const sub = t('request', { number: request.number });
        const at = href('changeRequest', { requestId: request.id });
        return text('request', request.id, request.title, sub, at);
      }),
    ...outlines.flatMap(({ edition, nodes }) =>
      nodes
        .filter((node) => node.kind === 'lesson')
        .map((node): Item => {
          const title = `${node.label} ${pick(locale, node.title, node.titleEn)}`.trim();
          const sub = t('edition', { label: edition.label });
          const at = `/handbook/${edition.id}/lessons/${node.nodeId}`;
          return text('lesson', node.nodeId, title, sub, at, both(node));
        }),
    ),
  ];
}

/** Found in either language, whichever is on the screen. */
function both(titles: { readonly title: string; readonly titleEn: string | null }): string {
  return `${titles.title} ${titles.titleEn ?? ''}`;
}

function text(
  icon: Item['icon'],
  id: string,
  ...[title, sub, at, also]: readonly [string, string, string, string?]
): Item {
  return { key: `${icon} ${id}`, group: 'texts', icon, title, sub, also, href: at };
}

function useActItems(onKeys: () => void): Item[] {
  const { t, locale } = useMessages(messages);
  const session = useSession();
  const theme = useTheme();
  const act = (key: string, icon: Item['icon'], title: string, more: Partial<Item>): Item => ({
    ...{ key: `act ${key}`, group: 'acts', icon, title },
    ...more,
  });
  const opens = may(session, 'cohort.open') && isBuilt('openCohort');
  const accounts = may(session, 'account.manage') && isBuilt('accounts');
  return [
    ...(opens ? [act('cohort', 'act', t('openCohort'), { href: href('openCohort') })] : []),
    ...(accounts
      ? [act('account', 'act', t('newAccount'), { href: href('accounts', undefined, { new: 1 }) })]
      : []),
    act('keys', 'keys', t('keySheet'), { run: onKeys, keys: ['?'] }),
    act('theme', 'theme', t(isDark(theme) ? 'light' : 'dark'), {
      run: () => setTheme(isDark(theme) ? 'light' : 'dark'),
    }),
    act('language', 'language', t('language'), {
      run: () => void changeLocale(locale === 'vi' ? 'en' : 'vi'),
    }),
    act('own', 'person', t('ownAccount'), { href: '/account' }),
  ];
}

function useCohortItems(): Item[] {
  const { t } = useMessages(messages);
  const session = useSession();
  const page = may(session, 'progress.read') ? 'cohort' : 'cohortReports';
  const asked = may(session, 'cohort.read') && isBuilt(page);
  const cohorts = useRead(listCohorts, asked ? { query: {} } : undefined).data?.cohorts ?? [];
  return cohorts.map((cohort) => ({
    key: `cohort ${cohort.id}`,
    group: 'people',
    icon: 'cohort',
    title: `${cohort.code} ${cohort.title}`,
    sub: t('people', { count: cohort.enrolled }),
    href: href(page, { cohortId: cohort.id }),
  }));
}

const FEWEST_LETTERS = 2;

/** People are asked of the server: there are too many to have them all here. */
function usePersonItems(typed: string): Item[] {
  const session = useSession();
  const search = typed.trim();
  const asked = may(session, 'account.read') && isBuilt('accounts');
  const ready = asked && search.length >= FEWEST_LETTERS;
  const found = useRead(listAccounts, ready ? { query: { search, limit: 6 } } : undefined, {
    keepPrevious: true,
  });
  if (!ready) return [];
  return (found.data?.accounts ?? []).map((account) => ({
    key: `person ${account.id}`,
    group: 'people',
    icon: 'person',
    title: account.fullName,
    sub: account.username,
    also: account.username,
    href: href('accounts', undefined, { search: account.username, account: account.id }),
  }));
}
