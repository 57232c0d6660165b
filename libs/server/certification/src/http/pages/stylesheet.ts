import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InjectConfig, type Config } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

const LATIN = 'U+0000-00FF, U+2000-206F, U+2190-2193, U+2212, U+2248, U+2264-2265';
const VIETNAMESE =
  'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, ' +
  'U+0303-0304, U+0308-0309, U+031B, U+0323, U+0329, U+1EA0-1EF9, U+20AB';

/** Fonts of the built web: `cn-sans-400-latin-<hash>.woff2`, `cn-serif-vietnamese-<hash>.woff2`. */
const FONT = /^cn-(?:(serif)|sans-(\d{3}))-(latin|vietnamese)-[\w-]+\.woff2$/;

/** Font files under a folder of the built web, by their path in it. */
function fontsIn(webRoot: string, folder: string): string[] {
  const path = join(webRoot, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .sort()
    .map((name) => `/${folder}/${name}`);
}

/** Font faces out of the files of the built web, which its readers have already; none without it. */
function fontFaces(webRoot: string | undefined): string {
  if (webRoot === undefined) return '';
  const faces = new Map<string, string>();
  for (const path of [...fontsIn(webRoot, 'assets'), ...fontsIn(webRoot, 'desk/assets')]) {
    const match = FONT.exec(basename(path));
    if (match === null) continue;
    const [, serif, weight = '400 600', part = ''] = match;
    const family = serif === undefined ? 'CN Sans' : 'CN Serif';
    const key = `${family} ${weight} ${part}`;
    if (faces.has(key)) continue;
    const range = part === 'latin' ? LATIN : VIETNAMESE;
    faces.set(
      key,
      `@font-face { font-family: '${family}'; font-style: normal; font-weight: ${weight}; ` +
        `font-display: swap; src: url('${path}') format('woff2'); unicode-range: ${range}; }\n`,
    );
  }
  return [...faces.values()].join('');
}

/** The stylesheet of the pages, under a name that holds its hash. */
@Injectable()
export class VerificationStylesheet {
  readonly text: string;
  readonly name: string;
  readonly path: string;

  constructor(@InjectConfig() config: Config) {
    const own = readFileSync(new URL('./verification.css', import.meta.url), 'utf8');
    this.text = fontFaces(config.WEB_ROOT) + own;
    const hash = createHash('sha256').update(this.text).digest('hex').slice(0, 12);
    this.name = `verification-${hash}.css`;
    this.path = `/x/assets/${this.name}`;
  }
}
