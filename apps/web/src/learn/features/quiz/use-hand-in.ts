import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { handIn, readAttempt } from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';
import { asProblem, mayPass, type ApiProblem } from '../../../lib/api/problem.js';
import { putResource } from '../../../lib/api/resource.js';
import type { AttemptJournal } from '../../journal/attempt-journal.js';
import { href } from '../../routes.js';
import type { AttemptView } from './question/question.js';

/** Where handing in has got to: `waits` means that it is noted here and follows when there is a network. */
export type HandInState = 'no' | 'busy' | 'waits';

const TRY_AGAIN_MS = 10_000;

/**
 * Hands an attempt in: first every answer, then the attempt itself. Without a network it is noted on this
 * device and done as soon as there is one, also at a later visit.
 */
export function useHandIn(
  attempt: AttemptView,
  journal: AttemptJournal,
  send: () => Promise<void>,
) {
  const [state, setState] = useState<HandInState>('no');
  const [problem, setProblem] = useState<ApiProblem>();
  const running = useRef(false);
  const [, navigate] = useLocation();
  const run = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    setState('busy');
    setProblem(undefined);
    journal.handIn(true);
    try {
      await send();
      if (journal.waiting.length > 0) return setState('waits');
      const { state: after } = await call(handIn, { params: { attemptId: attempt.id } });
      journal.handIn(false);
      putResource(readAttempt, { params: { attemptId: attempt.id } }, { ...attempt, state: after });
      navigate(href('attemptResult', { attemptId: attempt.id }), { replace: true });
    } catch (error) {
      const problem = asProblem(error);
      const waits = mayPass(problem);
      // Who has to sign in again first has handed in all the same.
      if (!waits && problem.code !== 'session.required') journal.handIn(false);
      setProblem(waits ? undefined : problem);
      setState(waits ? 'waits' : 'no');
    } finally {
      running.current = false;
    }
  }, [attempt, navigate, journal, send]);
  useTryAgain(state === 'waits', run);
  return { state, problem, run };
}

/** Does an act again when there may be a network. */
function useTryAgain(needed: boolean, act: () => Promise<void>): void {
  useEffect(() => {
    if (!needed) return undefined;
    const again = () => void act();
    const every = setInterval(again, TRY_AGAIN_MS);
    addEventListener('online', again);
    return () => {
      clearInterval(every);
      removeEventListener('online', again);
    };
  }, [needed, act]);
}
