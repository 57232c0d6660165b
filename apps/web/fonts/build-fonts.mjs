/**
 * Makes the font files of the product from the installed font packages: only the signs that Vietnamese and
 * English text uses, under names of our own as the licence of the fonts asks (OFL 1.1, reserved names).
 * Run `node apps/web/fonts/build-fonts.mjs`; the results in src/ui/fonts are kept in the repository.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { renameFont } from './rename-font.mjs';

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../src/ui/fonts/', import.meta.url));

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('');
const punctuation = '\u00a0§°·×÷«»–—‘’“”…•′″‹›₫←↑→↓−≈≤≥©²³½';
const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const lower = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
const vietnamese = [...lower, 'đ'].join('');
/** Tone marks alone, for text that arrives decomposed. */
const marks = '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323';
const text = ascii + punctuation + vietnamese + vietnamese.toUpperCase() + marks;

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4';
const sans = '@fontsource/be-vietnam-pro/files/be-vietnam-pro';
const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum', 'pnum', 'sups'];

const jobs = [
  ...['latin', 'vietnamese'].map((part) => ({
    source: `${serif}-${part}-wght-normal.woff2`,
    output: `cn-serif-${part}.woff2`,
    family: 'CN Serif',
    variationAxes: { wght: { min: 400, max: 600 } },
  })),
  ...['400', '500', '600'].flatMap((weight) =>
    ['latin', 'vietnamese'].map((part) => ({
      source: `${sans}-${part}-${weight}-normal.woff2`,
      output: `cn-sans-${weight}-${part}.woff2`,
      family: 'CN Sans',
    })),
  ),
];

/** Path of a file of an installed package, found through its package.json. */
function packageFile(path) {
  const [scope, name, ...rest] = path.split('/');
  return join(dirname(require.resolve(`${scope}/${name}/package.json`)), ...rest);
}

mkdirSync(target, { recursive: true });
for (const { source, output, family, variationAxes } of jobs) {
  const options = { keepFeatures, ...(variationAxes ? { variationAxes } : {}) };
  const subset = await subsetFont(readFileSync(packageFile(source)), text, {
    ...options,
    targetFormat: 'truetype',
    preserveNameIds: [0, 13, 14],
  });
  const packed = await subsetFont(renameFont(subset, family), text, {
    keepFeatures,
    targetFormat: 'woff2',
    preserveNameIds: [0, 13, 14],
  });
  writeFileSync(join(target, output), packed);
  console.log(`${output} ${(packed.length / 1000).toFixed(1)} kB`);
}
