import type { ReactNode } from 'react';
import { useProblemText } from '../lib/api/problem-text.js';
import type { ApiProblem } from '../lib/api/problem.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { Note } from '../ui/banner.js';
import { messages } from './messages/index.js';

/** What was wrong with a try to enter (in words of its own where given), and for how long to wait. */
export function SignInProblem(props: {
  readonly problem: ApiProblem;
  readonly children?: ReactNode;
}) {
  const { problem } = props;
  const { t } = useMessages(messages);
  const say = useProblemText();
  const minutes = problem.retryAfter === undefined ? undefined : Math.ceil(problem.retryAfter / 60);
  return (
    <Note look="bad" alert>
      {props.children ?? say(problem)}
      {problem.status === 429 && minutes !== undefined && ` ${t('lockedUntil', { minutes })}`}
    </Note>
  );
}
