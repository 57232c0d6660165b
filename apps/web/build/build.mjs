/** Builds both programs into dist and lays packed copies of every text file beside it. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { packFiles } from './pack.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const config of ['vite.config.mjs', 'vite-desk.config.mjs']) {
  await build({ configFile: `${root}${config}`, logLevel: 'warn' });
}
const { files, bytes } = packFiles(`${root}dist`);
console.log(`apps/web/dist: ${files} text files, ${(bytes / 1000).toFixed(0)} kB packed`);
