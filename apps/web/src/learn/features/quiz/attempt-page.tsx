import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { readAttempt } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { Loaded } from '../../../ui/states.js';
import { href } from '../../routes.js';
import { WaitingPage } from '../../shell/bare-page.js';
import { messages } from './messages/index.js';
import { OpenAttempt } from './open-attempt.js';

/** An attempt under way; one that is over leads to its result. */
export function AttemptPage() {
  const { attemptId = '' } = useParams();
  const { locale } = useMessages(messages);
  const attempt = useResource(readAttempt, { params: { attemptId } });
  const [, navigate] = useLocation();
  const { data } = attempt;
  useTitle(data === undefined ? '' : pick(locale, data.quizTitle, data.quizTitleEn));
  const over = data !== undefined && data.state !== 'open';
  useEffect(() => {
    if (over) navigate(href('attemptResult', { attemptId }), { replace: true });
  }, [over, navigate, attemptId]);
  if (data?.id === attemptId && !over) return <OpenAttempt key={attemptId} attempt={data} />;
  return (
    <WaitingPage>
      <Loaded from={attempt} skeleton={['title', 82, 'rule', 70, 70, 70]} page>
        {() => null}
      </Loaded>
    </WaitingPage>
  );
}
