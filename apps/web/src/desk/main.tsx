import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/styles/tokens.css';
import '../ui/styles/fallback-fonts.css';
import '../ui/styles/base.css';
import './kit/desk-tokens.css';
import { loadLocale } from '../lib/i18n/locale.js';
import { loadSession } from '../lib/session/session.js';
import { applyTheme } from '../lib/theme.js';
import { loadFonts } from '../ui/load-fonts.js';
import { DeskApp } from './desk-app.js';

applyTheme();
void loadSession();
await loadLocale();
const root = document.getElementById('app');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <DeskApp />
    </StrictMode>,
  );
}
void loadFonts(() => import('../ui/styles/fonts-desk.css'));
