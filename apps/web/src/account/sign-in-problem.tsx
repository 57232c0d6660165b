import { useProblemText } from '../lib/api/problem-text.js';
import type { ApiProblem } from '../lib/api/problem.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { Note } from '../ui/banner.js';
import { messages } from './messages/index.js';

/** What was wrong with a try to enter, and for how long to wait. */
export function SignInProblem({ problem }: { readonly problem: ApiProblem }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const minutes = problem.retryAfter === undefined ? undefined : Math.ceil(problem.retryAfter / 60);
  return (
    <Note look="bad" alert>
      {say(problem)}
      {problem.status === 429 && minutes !== undefined && ` ${t('lockedUntil', { minutes })}`}
    </Note>
  );
}
