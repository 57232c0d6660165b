import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/styles/tokens.css';
import '../ui/styles/fallback-fonts.css';
import '../ui/styles/base.css';
import { preload } from '../lib/api/resource.js';
import { loadLocale, loadTexts } from '../lib/i18n/locale.js';
import { loadSession } from '../lib/session/session.js';
import { applyTheme } from '../lib/theme.js';
import { applyTextSize } from '../reader/text-size.js';
import { App } from './app.js';
import {
  DRAWN,
  keepingPlace,
  painted,
  takeDrawn,
  untilHere,
  untilKnown,
} from './drawn/take-over.js';
import { loadFontsInTurn } from './fonts-in-turn.js';
import { firstReadOf, preloadPage } from './pages.js';

applyTheme();
applyTextSize();
const drawnFor = takeDrawn();
// Asked before anything is drawn: the answers travel while the page is being built.
const session = loadSession();
const first = firstReadOf(location.pathname);
if (first !== undefined) preload(first);
// A text that came with the page is for reading at once; the program waits for its first paint.
if (drawnFor !== undefined) await painted();
const preloadHere = () => preloadPage(location.pathname);
void preloadHere();
// A drawn page is in the language of the person's account, which the session tells.
await (drawnFor === undefined ? loadLocale() : loadTexts());

/** The drawn text stays as it is until the program can show the same. */
async function takeOver(root: HTMLElement, accountId: string): Promise<void> {
  await Promise.all([untilHere(preloadHere), untilKnown(session, accountId)]);
  // All of it is laid out first, so that the place of the reader is the same before and after.
  keepingPlace(() => root.removeAttribute(DRAWN));
  await painted();
}

// Not awaited at the top: the files of pages wait for this one to have run.
async function start(root: HTMLElement): Promise<void> {
  if (drawnFor !== undefined) await takeOver(root, drawnFor);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  await loadFontsInTurn(session);
}

const root = document.getElementById('app');
if (root !== null) void start(root);
