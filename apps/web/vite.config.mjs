import { defineConfig, mergeConfig } from 'vite';
import { entryConfig, learnOptions, preactForReact } from './build/shared.mjs';

/**
 * The trainee's and the public's program: one script and one style sheet before its first page. It is written
 * to what React and Preact have in common, and shipped on Preact (docs/decisions/0008).
 */
export default defineConfig(
  mergeConfig(entryConfig(learnOptions), {
    resolve: { alias: preactForReact },
    // Read once more by the build, for the pages that the server draws.
    build: { manifest: true },
  }),
);
