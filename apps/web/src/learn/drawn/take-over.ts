import { putAnswers, type Answers } from '../../lib/api/resource.js';
import { loadSession, type SessionState } from '../../lib/session/session.js';

/** Id of the element that holds the answers a drawn page shows. */
export const ANSWERS_ID = 'drawn-answers';

/** Marks the text while it is as the server drew it: style sheets lay only what is on the screen out. */
export const DRAWN = 'data-drawn';

const AGAIN_AFTER_MS = 5_000;

/** Takes what the drawn page shows out of it; false when the page came without a text. */
export function takeAnswers(): boolean {
  const element = document.getElementById(ANSWERS_ID);
  if (element === null) return false;
  // Written by the server beside the text (fill-page.ts).
  putAnswers(JSON.parse(element.textContent) as Answers);
  element.remove();
  return true;
}

/** Resolves once what is in the page has been painted. A page in the background is not waited for. */
export function painted(): Promise<void> {
  if (document.visibilityState !== 'visible') return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Waits until it is known who reads; while the server cannot be asked, the text stays as it is. */
export async function untilKnown(session: Promise<SessionState>): Promise<void> {
  let { status } = await session;
  while (status === 'failed') {
    await lineOrPause();
    ({ status } = await loadSession());
  }
}

function lineOrPause(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, AGAIN_AFTER_MS);
    function done(): void {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
    addEventListener('online', done);
  });
}
