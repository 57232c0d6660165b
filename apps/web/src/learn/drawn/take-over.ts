import { clearResources, putAnswers, type Answers } from '../../lib/api/resource.js';
import { loadSession, type SessionState } from '../../lib/session/session.js';

/** Id of the element that holds the answers a drawn page shows. */
export const ANSWERS_ID = 'drawn-answers';

/** Marks the text while it is as the server drew it: style sheets lay only what is on the screen out. */
export const DRAWN = 'data-drawn';

const AGAIN_AFTER_MS = 5_000;
/** What is higher is covered by the bar of the reader. */
const BELOW_BAR_PX = 64;

/** What a drawn page came with (fill-page.ts): for whom it was drawn, and the answers it shows. */
export interface DrawnFor {
  readonly accountId: string;
  readonly answers: Answers;
}

/**
 * Takes what the drawn page shows out of it and answers for whom it was drawn; nothing when the page came without a
 * text. Begins where the person left, where the style sheet could not (`scroll-initial-target`).
 */
export function takeDrawn(): string | undefined {
  const element = document.getElementById(ANSWERS_ID);
  if (element === null) return undefined;
  // Written by the server beside the text.
  const { accountId, answers } = JSON.parse(element.textContent) as DrawnFor;
  putAnswers(answers);
  element.remove();
  if (scrollY === 0 && location.hash === '') {
    document.querySelector(`[${DRAWN}] [data-resume]`)?.scrollIntoView({ block: 'start' });
  }
  return accountId;
}

/** Resolves once what is in the page has been painted. A page in the background is not waited for. */
export function painted(): Promise<void> {
  if (document.visibilityState !== 'visible') return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/**
 * Waits until it is known who reads; while no answer comes over the line, the text stays as it is. What the text was
 * drawn with is forgotten when somebody else reads.
 */
export async function untilKnown(session: Promise<SessionState>, drawnFor: string): Promise<void> {
  let state = await session;
  while (state.status === 'failed' && state.problem.isNetwork) {
    await lineOrPause();
    state = await loadSession();
  }
  if (state.status === 'signed-in' && state.session.account.id !== drawnFor) clearResources();
}

/** Waits until the page is here: the text is not taken away for one that cannot be shown. */
export async function untilHere(preload: () => Promise<boolean>): Promise<void> {
  while (!(await preload())) await lineOrPause();
}

/** Does something that may move what is before the reader's eyes, and brings it back to its place. */
export function keepingPlace(work: () => void): void {
  const anchor = [...document.querySelectorAll('[data-block-id]')].find(
    (block) => block.getBoundingClientRect().bottom > BELOW_BAR_PX,
  );
  const before = anchor?.getBoundingClientRect().top ?? 0;
  work();
  const moved = (anchor?.getBoundingClientRect().top ?? before) - before;
  if (scrollY > 0 && Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' });
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
