import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { focusPage } from '../lib/focus-page.js';
import { CrashState } from '../ui/error-boundary.js';
import { NotFound, Skeleton } from '../ui/states.js';
import { DeskShell } from './shell/desk-shell.js';
import { noteBuiltPages } from './built-pages.js';
import { pages } from './pages.js';
import { paths } from './routes.js';

const root = createRootRoute({
  component: () => (
    <DeskShell>
      <Outlet />
    </DeskShell>
  ),
  notFoundComponent: () => <NotFound page />,
});

/** `/cohorts/:cohortId` in the language of the router: `/cohorts/$cohortId`. */
function patternOf(path: string): string {
  return path.replace(/:(\w+)/g, '$$$1');
}

noteBuiltPages(pages.map((page) => page.name));

const children = pages.map(({ name, load }) =>
  createRoute({
    getParentRoute: () => root,
    path: patternOf(paths[name]),
    component: lazyRouteComponent(async () => ({ default: await load() })),
  }),
);

/** Router of the desk; every page is fetched when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren(children),
  scrollRestoration: true,
  defaultPendingMs: 400,
  defaultPendingComponent: () => <Skeleton />,
  defaultErrorComponent: () => <CrashState />,
  trailingSlash: 'never',
  // The address says exactly what `href` wrote: text, not JSON.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const entries = Object.entries(search as Record<string, unknown>)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, String(value)]);
    return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
  },
});

router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) focusPage();
});
