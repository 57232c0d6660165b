import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey } from './credentials.js';
import { asProblem, type ApiProblem } from './problem.js';

/** An act under way: its button is busy, its problem stands beside it. */
export interface Action<A extends readonly unknown[]> {
  readonly run: (...args: A) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly clear: () => void;
}

/**
 * Wraps an act of the person. A second click while it runs does nothing. Until it succeeds every try of the
 * same act carries the same idempotency key, so that a repeated click after a lost answer does not act twice.
 */
export function useAction<A extends readonly unknown[]>(
  act: (context: { readonly idempotencyKey: string }, ...args: A) => Promise<void>,
): Action<A> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const running = useRef(false);
  const key = useRef({ value: '', sign: '' });
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const run = useCallback(async (...args: A) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    const sign = JSON.stringify(args);
    if (key.current.sign !== sign || key.current.value === '') {
      key.current = { value: newKey(), sign };
    }
    const done = await attempt(() =>
      latest.current({ idempotencyKey: key.current.value }, ...args),
    );
    if (done === undefined || !done.isNetwork) key.current = { value: '', sign: '' };
    setProblem(done);
    setBusy(false);
    running.current = false;
    return done === undefined;
  }, []);
  const clear = useCallback(() => setProblem(undefined), []);
  return { run, busy, problem, clear };
}

async function attempt(act: () => Promise<void>): Promise<ApiProblem | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return asProblem(error);
  }
}
