import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser/chromium.js';
import { DESKTOP, PHONE } from './browser/screen.js';
import { JOURNEYS } from './journeys/journeys.js';
import { Setting } from './journeys/setting.js';
import type { Spine } from './journeys/spine.js';
import { Gallery } from './pictures/gallery.js';
import { visitsOf } from './pictures/visits.js';
import { JourneyStopped, Report } from './report.js';
import { openStage, type Stage } from './stage/stage.js';

const ENGLISH = 'f. In English no Vietnamese is left but what people wrote';

const say = (line: string): void => console.log(line);

/**
 * Walks the journeys through the whole system in a real Chromium, on a desktop and on a phone. Words after
 * the command choose the journeys whose name contains one of them. Where there is no Chromium the journeys
 * are skipped by name, but never when `CI` is set.
 */
async function main(words: readonly string[]): Promise<number> {
  const report = new Report(say);
  const { browser, ...found } = await launchBrowser();
  if (browser === undefined) {
    const reason = `no Chromium: ${'reason' in found ? found.reason : 'none found'}`;
    for (const title of [...JOURNEYS.map((journey) => journey.title), ENGLISH]) {
      if (isSet(process.env['CI'])) report.fail(title, reason);
      else report.skip(title, reason);
    }
  } else {
    try {
      await walkAll(browser, report, words);
    } finally {
      await browser.close();
    }
  }
  await report.close();
  return report.failed === 0 ? 0 : 1;
}

async function walkAll(browser: Browser, report: Report, words: readonly string[]): Promise<void> {
  const pictures = await mkdtemp(join(tmpdir(), 'cam-nang-pictures-'));
  let stage: Stage | undefined;
  try {
    stage = await openStage(say);
    for (const screen of [DESKTOP, PHONE]) {
      const setting = new Setting(stage, screen, report, browser, pictures);
      await walk(setting, words);
    }
    if (isAsked(ENGLISH, words))
      await readInEnglish(new Gallery(browser, stage, report, pictures, 'words'), report);
  } catch (error) {
    report.fail('the system of the journeys', error);
  } finally {
    await stage?.stop();
  }
  say(`\nPictures are in ${pictures}`);
}

async function walk(setting: Setting, words: readonly string[]): Promise<void> {
  const spine: Spine = {};
  for (const { title, run } of JOURNEYS) {
    if (!isAsked(title, words)) continue;
    setting.report.title(`${title}, ${setting.screen.name}`);
    let broken = true;
    try {
      await run(setting, spine);
      broken = false;
    } catch (error) {
      if (!(error instanceof JourneyStopped)) setting.report.fail(title, error);
    } finally {
      await setting.end(broken);
    }
  }
}

/** Goes to every page of both programs in English and reads it. */
async function readInEnglish(gallery: Gallery, report: Report): Promise<void> {
  report.title(ENGLISH);
  try {
    const { visits, faults } = visitsOf(await gallery.prepare());
    report.finding('every page of the route tables is gone to', faults);
    await gallery.takeAll(visits, { screen: DESKTOP, locale: 'en', theme: 'light' });
  } catch (error) {
    report.fail(ENGLISH, error);
  } finally {
    await gallery.close();
  }
}

function isAsked(title: string, words: readonly string[]): boolean {
  return words.length === 0 || words.some((word) => title.includes(word));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

process.exitCode = await main(process.argv.slice(2));
