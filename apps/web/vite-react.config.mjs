import { defineConfig } from 'vite';
import { entryConfig, learnOptions } from './build/shared.mjs';

/** The trainee's program on React: proves that it keeps to what React and Preact have in common. */
export default defineConfig(entryConfig({ ...learnOptions, outDir: 'react/dist' }));
