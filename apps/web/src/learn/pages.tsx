import { Route, Switch } from 'wouter';
import { NotFound } from '../ui/states.js';
import { SignInPage } from './features/sign-in/sign-in-page.js';
import { paths } from './routes.js';
import { Shell } from './shell/shell.js';
import { SignedIn } from './shell/signed-in.js';

/** Which page answers which address. Public pages first, then those that leave the shell, then the places. */
export function Pages() {
  return (
    <Switch>
      <Route path={paths.signIn}>
        <SignInPage />
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
