/**
 * Builds both programs into dist, lays packed copies of every text file beside it, and adds the pages that the
 * server draws.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writeDrawnPages } from './drawn.mjs';
import { packFiles } from './pack.mjs';
import { drawnOptions } from './shared.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const config of ['vite.config.mjs', 'vite-desk.config.mjs']) {
  await build({ configFile: `${root}${config}`, logLevel: 'warn' });
}
// Packed before the pages that are drawn lie there: those are never sent as files.
const { files, bytes } = packFiles(`${root}dist`);
console.log(`apps/web/dist: ${files} text files, ${(bytes / 1000).toFixed(0)} kB packed`);

await build({ configFile: `${root}vite-drawn.config.mjs`, logLevel: 'warn' });
writeDrawnPages(root, drawnOptions);
