import { defineConfig } from 'vite';
import { entryConfig } from './build/shared.mjs';

/** The trainer's and the administrator's program, laid beside the other in the same folder. */
export default defineConfig(
  entryConfig({
    page: 'desk/index.html',
    assetsDir: 'desk/assets',
    outDir: 'dist',
    emptyOutDir: false,
    publicDir: false,
  }),
);
