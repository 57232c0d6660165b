import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** A browser, or why there is none on this machine. */
export type FoundBrowser =
  { readonly browser: Browser } | { readonly browser?: undefined; readonly reason: string };

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
export async function launchBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROME_PATH'];
  const executables =
    named !== undefined && named !== ''
      ? [() => Promise.resolve(named)]
      : [
          ...INSTALLED.filter((path) => existsSync(path)).map(
            (path) => () => Promise.resolve(path),
          ),
          () => bundled.executablePath(),
        ];
  const reasons: string[] = [];
  for (const find of executables) {
    try {
      return { browser: await chromium.launch({ executablePath: await find(), args: ARGUMENTS }) };
    } catch (error) {
      reasons.push(firstLine(error));
    }
  }
  return { reason: reasons.join('; ') };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
