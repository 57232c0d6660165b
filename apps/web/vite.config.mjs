import { defineConfig } from 'vite';
import { entryConfig } from './build/shared.mjs';

/** The trainee's and the public's program: one script and one style sheet. */
export default defineConfig(
  entryConfig({
    page: 'index.html',
    assetsDir: 'assets',
    outDir: 'dist',
    emptyOutDir: true,
    publicDir: 'public',
  }),
);
