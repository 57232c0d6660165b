import { defineConfig, mergeConfig } from 'vite';
import { entryConfig } from './build/shared.mjs';

/** The trainee's program on Preact: proves that it keeps to what React and Preact have in common. */
export default defineConfig(
  mergeConfig(
    entryConfig({
      page: 'index.html',
      assetsDir: 'assets',
      outDir: 'preact/dist',
      emptyOutDir: true,
      publicDir: 'public',
    }),
    {
      resolve: {
        alias: [
          { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
          { find: 'react/jsx-dev-runtime', replacement: 'preact/jsx-runtime' },
          { find: 'react-dom/client', replacement: 'preact/compat/client' },
          { find: 'react-dom', replacement: 'preact/compat' },
          { find: 'react', replacement: 'preact/compat' },
        ],
      },
    },
  ),
);
