import { defineConfig } from 'vite';
import { drawnOptions, preactForReact, webRoot } from './build/shared.mjs';
import { cssTypes } from './build/css-types.mjs';

/**
 * The pages of lessons for the server to draw: one file that needs nothing beside it. Class names are those of
 * the trainee's program, as both are made from the same style sheets by the same rule.
 */
export default defineConfig({
  root: webRoot,
  base: '/',
  publicDir: false,
  resolve: { conditions: ['source', 'module', 'development|production'], alias: preactForReact },
  ssr: {
    noExternal: true,
    resolve: { conditions: ['source', 'module', 'development|production'] },
  },
  plugins: [cssTypes(webRoot)],
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    ssr: drawnOptions.program,
    target: 'node20',
    outDir: drawnOptions.outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'pages.mjs' } },
  },
});
