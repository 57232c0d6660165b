import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser/chromium.js';
import { DESKTOP, PHONE, type Look } from './browser/screen.js';
import { Gallery } from './pictures/gallery.js';
import { visitsOf } from './pictures/visits.js';
import { Report } from './report.js';
import { openStage, type Stage } from './stage/stage.js';

/** Phone and desktop go side by side; a person's language is one for both. */
const LOOKS: readonly (readonly Required<Look>[])[] = (['vi', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((theme) =>
    [PHONE, DESKTOP].map((screen) => ({ screen, locale, theme })),
  ),
);

const say = (line: string): void => console.log(line);

/**
 * Makes a picture of every page on phone and desktop, in both languages, light and dark, and judges each:
 * axe, width, and no Vietnamese left in English. Words after the command choose pages whose name contains
 * one of them. The pictures go to `screens/`; the exit code is 1 when anything was wrong.
 */
async function main(words: readonly string[]): Promise<number> {
  const report = new Report(say);
  const { browser, ...found } = await launchBrowser();
  if (browser === undefined) {
    say(`There is no Chromium on this machine: ${'reason' in found ? found.reason : ''}`);
    return 1;
  }
  let stage: Stage | undefined;
  try {
    stage = await openStage(say);
    await takeAll(browser, stage, report, words);
  } finally {
    await stage?.stop();
    await browser.close();
  }
  await report.close();
  return report.failed === 0 ? 0 : 1;
}

async function takeAll(
  browser: Browser,
  stage: Stage,
  report: Report,
  words: readonly string[],
): Promise<void> {
  const folder = join(process.cwd(), 'screens');
  if (words.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const gallery = new Gallery(browser, stage, report, folder);
  try {
    const { visits, faults } = visitsOf(await gallery.prepare());
    report.finding('every page of the route tables has a picture', faults);
    const chosen = visits.filter(
      ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
    );
    for (const looks of LOOKS) {
      await Promise.all(looks.map((look) => gallery.takeAll(chosen, look)));
    }
    say(`\nThe pictures are in ${folder}`);
  } finally {
    await gallery.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
