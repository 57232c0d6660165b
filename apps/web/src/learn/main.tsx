import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/styles/tokens.css';
import '../ui/styles/fallback-fonts.css';
import '../ui/styles/base.css';
import { loadLocale } from '../lib/i18n/locale.js';
import { loadSession } from '../lib/session/session.js';
import { applyTheme } from '../lib/theme.js';
import { App } from './app.js';
import { loadFontsInTurn } from './fonts-in-turn.js';
import { preloadPage } from './pages.js';

applyTheme();
// Asked before anything is drawn: the answer travels while the page is being built.
const session = loadSession();
preloadPage(location.pathname);
await loadLocale();
const root = document.getElementById('app');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
void loadFontsInTurn(session);
