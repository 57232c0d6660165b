import { firstAnswer } from '../lib/api/resource.js';
import type { SessionState } from '../lib/session/session.js';
import { readStored, writeStored } from '../lib/stored.js';
import { loadFonts } from '../ui/load-fonts.js';

/** Set on a device that has had the first fonts. */
const KEY = 'fonts';
/** A page that reads nothing from the server has its fonts after this time. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Fonts come after the text, so that the line is free for it. A first visit takes one weight of the
 * interface; the strong one follows at the next, when the first is in the cache.
 */
export async function loadFontsInTurn(session: Promise<SessionState>): Promise<void> {
  const came = await loadFonts(() => import('../ui/styles/fonts.css'), thereIsText(session));
  if (!came) return;
  if (readStored(KEY) === null) writeStored(KEY, '1');
  else await loadFonts(() => import('../ui/styles/fonts-strong.css'));
}

async function thereIsText(session: Promise<SessionState>): Promise<void> {
  const { status } = await session;
  // Who is not signed in looks at a page that asks the server for nothing.
  if (status !== 'signed-in') return;
  const longest = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
  await Promise.race([firstAnswer, longest]);
}
