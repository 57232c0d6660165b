import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { cssTypes } from './css-types.mjs';

/** Folder of this application; Vite's root for every build. */
export const webRoot = fileURLToPath(new URL('..', import.meta.url));

/** One chunk for the English of a program, so that a change of language costs one request. */
const englishChunk = {
  name: 'en',
  test: /\/messages\/en\.ts$|\/messages-en\.ts$|core-texts-en\.ts$/,
};

/**
 * One chunk for everything that must be there before the first page: shared with later pages piece by piece it
 * would come as thirty small files, which pack worse than one.
 * @param {string} page the page of the program
 */
function firstLoadChunk(page) {
  let closure;
  const reachedFrom = (entry, graph) => {
    const seen = new Set([entry]);
    for (const id of seen)
      for (const next of graph.getModuleInfo(id)?.importedIds ?? []) seen.add(next);
    return seen;
  };
  return {
    debugName: 'core',
    name: (id, graph) => {
      closure ??= reachedFrom(`${webRoot}${page}`, graph);
      return closure.has(id) ? 'core' : null;
    },
  };
}

/**
 * One chunk for what any two later pages of the trainee's program share: each file costs a round trip on a bad
 * line, and over HTTP/1.1 only six travel at a time.
 */
const sharedChunk = { name: 'shared', minShareCount: 2 };

/** The trainee's program: its page and where it goes. */
export const learnOptions = {
  page: 'index.html',
  assetsDir: 'assets',
  outDir: 'dist',
  emptyOutDir: true,
  publicDir: 'public',
  groups: [sharedChunk],
};

/** The pages that the server draws: their program, and the folder beside the trainee's files. */
export const drawnOptions = {
  program: 'src/learn/drawn/drawn-pages.tsx',
  outDir: 'dist/drawn',
  /** File of the page, and the module whose script and style it must have at hand. */
  pages: {
    'lesson.html': 'src/learn/features/lesson/lesson-page.tsx',
    'handbook-lesson.html': 'src/learn/features/handbook/handbook-lesson-page.tsx',
  },
};

/** Preact in React's place: fifty kilobytes less on the line, two seconds sooner on a bad one. */
export const preactForReact = [
  { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
  { find: 'react/jsx-dev-runtime', replacement: 'preact/jsx-runtime' },
  { find: 'react-dom/client', replacement: 'preact/compat/client' },
  { find: 'react-dom', replacement: 'preact/compat' },
  { find: 'react', replacement: 'preact/compat' },
];

/**
 * Settings shared by the two programs: the page of the program, where its assets and pages go.
 * Nothing is inlined: the pages run under `script-src 'self'; style-src 'self'`.
 * @param {{ page: string, assetsDir: string, outDir: string, emptyOutDir: boolean, publicDir: string | false, groups?: object[] }} options
 * @returns {import('vite').UserConfig}
 */
export function entryConfig(options) {
  return {
    root: webRoot,
    base: '/',
    appType: 'mpa',
    publicDir: options.publicDir,
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    plugins: [cssTypes(webRoot), react()],
    build: {
      target: 'es2022',
      outDir: options.outDir,
      emptyOutDir: options.emptyOutDir,
      assetsDir: options.assetsDir,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: options.page,
        output: {
          codeSplitting: {
            groups: [englishChunk, firstLoadChunk(options.page), ...(options.groups ?? [])],
          },
        },
      },
    },
  };
}
