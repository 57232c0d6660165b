import { Route, Switch } from 'wouter';
import { NotFound } from '../ui/states.js';
import { lazyPage } from './lazy-page.js';
import { paths } from './routes.js';
import { Shell } from './shell/shell.js';
import { SignedIn } from './shell/signed-in.js';

const SignInPage = lazyPage(() =>
  import('./features/sign-in/sign-in-page.js').then((file) => file.SignInPage),
);
const AccountPage = lazyPage(() =>
  import('./features/account/account-page.js').then((file) => file.AccountPage),
);

/** Starts the page of the first address while the session is being asked for. */
export function preloadPage(address: string): void {
  if (address === paths.signIn) SignInPage.preload();
}

/** Which page answers which address. Public pages first, then those that leave the shell, then the places. */
export function Pages() {
  return (
    <Switch>
      <Route path={paths.signIn}>
        <SignInPage />
      </Route>
      <Route path={paths.account}>
        <SignedIn>
          <AccountPage />
        </SignedIn>
      </Route>
      <Route>
        <SignedIn>
          <Shell>
            <Places />
          </Shell>
        </SignedIn>
      </Route>
    </Switch>
  );
}

function Places() {
  return (
    <Switch>
      <Route>
        <NotFound page />
      </Route>
    </Switch>
  );
}
