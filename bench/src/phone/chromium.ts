import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers and plain accounts often lack what Chromium's sandbox needs; only our own pages are opened.
  '--no-sandbox',
];

/** Starts the Chromium of `CHROME_PATH`, else the installed one, else the one from the package registry. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  const found = named ? named : INSTALLED.find((path) => existsSync(path));
  const executablePath = found ?? (await bundled.executablePath());
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
