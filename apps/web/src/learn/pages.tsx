import { Route, Switch } from 'wouter';
import { readHandbookLesson, readLesson } from '@cam-nang/contracts/routes';
import { fillPath, readPath } from '../lib/href.js';
import { NotFound } from '../ui/states.js';
import { lazyPage } from './lazy-page.js';
import { paths } from './routes.js';
import { Shell } from './shell/shell.js';
import { SignedIn } from './shell/signed-in.js';

const SignInPage = lazyPage(() =>
  import('./features/sign-in/sign-in-page.js').then((file) => file.SignInPage),
);
const ClaimPage = lazyPage(() =>
  import('./features/sign-in/claim-page.js').then((file) => file.ClaimPage),
);
const AccountPage = lazyPage(() =>
  import('./features/account/account-page.js').then((file) => file.AccountPage),
);

const LessonPage = lazyPage(() =>
  import('./features/lesson/lesson-page.js').then((file) => file.LessonPage),
);
const TodayPage = lazyPage(() =>
  import('./features/today/today-page.js').then((file) => file.TodayPage),
);
const CoursePage = lazyPage(() =>
  import('./features/course/course-page.js').then((file) => file.CoursePage),
);
const ModulePage = lazyPage(() =>
  import('./features/course/module-page.js').then((file) => file.ModulePage),
);
const QuizPage = lazyPage(() =>
  import('./features/quiz/quiz-page.js').then((file) => file.QuizPage),
);
const AttemptPage = lazyPage(() =>
  import('./features/quiz/attempt-page.js').then((file) => file.AttemptPage),
);
const ResultPage = lazyPage(() =>
  import('./features/quiz/result-page.js').then((file) => file.ResultPage),
);
const ReportPage = lazyPage(() =>
  import('./features/report/report-page.js').then((file) => file.ReportPage),
);
const ResultsPage = lazyPage(() =>
  import('./features/results/results-page.js').then((file) => file.ResultsPage),
);
const CertificatePage = lazyPage(() =>
  import('./features/certificate/certificate-page.js').then((file) => file.CertificatePage),
);
const VerifyPage = lazyPage(() =>
  import('./features/verify/verify-page.js').then((file) => file.VerifyPage),
);
const HandbookPage = lazyPage(() =>
  import('./features/handbook/handbook-page.js').then((file) => file.HandbookPage),
);
const HandbookLessonPage = lazyPage(() =>
  import('./features/handbook/handbook-lesson-page.js').then((file) => file.HandbookLessonPage),
);

const HandbookHistoryPage = lazyPage(() =>
  import('./features/handbook/lesson-history-page.js').then((file) => file.LessonHistoryPage),
);
const HandbookPassagePage = lazyPage(() =>
  import('./features/handbook/passage-history-page.js').then((file) => file.PassageHistoryPage),
);

/** Pages that are worth starting before the session is known, and what they read first. */
const FIRST = [
  { path: paths.signIn, page: SignInPage },
  { path: paths.today, page: TodayPage },
  { path: paths.lesson, page: LessonPage, reads: readLesson.path },
  { path: paths.handbookLesson, page: HandbookLessonPage, reads: readHandbookLesson.path },
];

/** The address of the endpoint whose answer the page of an address shows first, for pages that are a text. */
export function firstReadOf(address: string): `/${string}` | undefined {
  for (const { path, reads } of FIRST) {
    const parameters = readPath(path, address);
    if (parameters !== undefined && reads !== undefined) return fillPath(reads, parameters);
  }
  return undefined;
}

/** Starts the page of an address while the session is being asked for; answers whether it is here. */
export async function preloadPage(address: string): Promise<boolean> {
  const first = FIRST.find(({ path }) => readPath(path, address) !== undefined);
  return first === undefined || first.page.preload();
}

/** Which page answers which address. Public pages first, then those that leave the shell, then the places. */
export function Pages() {
  return (
    <Switch>
      <Route path={paths.signIn}>
        <SignInPage />
      </Route>
      <Route path={paths.verify}>
        <VerifyPage />
      </Route>
      <Route path={paths.claim}>
        <ClaimPage />
      </Route>
      <Route path={paths.account}>
        <SignedIn>
          <AccountPage />
        </SignedIn>
      </Route>
      <Route path={paths.lesson}>
        <SignedIn>
          <LessonPage />
        </SignedIn>
      </Route>
      <Route path={paths.attempt}>
        <SignedIn>
          <AttemptPage />
        </SignedIn>
      </Route>
      <Route path={paths.handbookLesson}>
        <SignedIn>
          <HandbookLessonPage />
        </SignedIn>
      </Route>
      <Route path={paths.handbookHistory}>
        <SignedIn>
          <HandbookHistoryPage />
        </SignedIn>
      </Route>
      <Route path={paths.handbookPassage}>
        <SignedIn>
          <HandbookPassagePage />
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
      <Route path={paths.today}>
        <TodayPage />
      </Route>
      <Route path={paths.course}>
        <CoursePage />
      </Route>
      <Route path={paths.module}>
        <ModulePage />
      </Route>
      <Route path={paths.quiz}>
        <QuizPage />
      </Route>
      <Route path={paths.attemptResult}>
        <ResultPage />
      </Route>
      <Route path={paths.report}>
        <ReportPage />
      </Route>
      <Route path={paths.results}>
        <ResultsPage />
      </Route>
      <Route path={paths.certificate}>
        <CertificatePage />
      </Route>
      <Route path={paths.handbook}>
        <HandbookPage />
      </Route>
      <Route>
        <NotFound page />
      </Route>
    </Switch>
  );
}
