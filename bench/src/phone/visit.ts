import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LineLog, useBadLine, type Arrival } from './bad-line.js';

/** Who visits which lesson, and words by which one sees that its text is there. */
export interface Deed {
  readonly address: string;
  readonly path: string;
  readonly cookie: { readonly name: string; readonly value: string };
  readonly words: string;
}

/** What one visit of the lesson was like. */
export interface Visit {
  /** Seconds until the text could be read. */
  readonly readable: number;
  /** Bytes over the line until then, all and by kind. */
  readonly bytes: number;
  readonly programBytes: number;
  readonly requests: number;
  readonly fontBytes: number;
  /** Whether every font was asked for when the text was there. */
  readonly fontsAfter: boolean;
  readonly totalBytes: number;
  readonly shift: number;
  /** Longest wait of a touch before the page took it, in ms. */
  readonly inputDelay: number;
}

interface Seen {
  /** When the words were in the page, a frame before they were painted. */
  readonly arrivedAt: number | null;
  readonly readableAt: number | null;
  readonly shift: number;
  readonly inputDelay: number;
}

const WATCHER = fileURLToPath(new URL('./watch-page.js', import.meta.url));

/** Visits the lesson with an empty cache, then again with what the first visit left. */
export async function visitTwice(
  browser: Browser,
  deed: Deed,
): Promise<{ readonly cold: Visit; readonly warm: Visit }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
  });
  try {
    await context.addCookies([{ ...deed.cookie, url: deed.address }]);
    const cold = await visit(context, deed);
    return { cold, warm: await visit(context, deed) };
  } finally {
    await context.close();
  }
}

async function visit(context: BrowserContext, deed: Deed): Promise<Visit> {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await useBadLine(client);
  const log = new LineLog(client);
  await page.addInitScript({
    content: `globalThis.awaitedWords = ${JSON.stringify(deed.words)};`,
  });
  await page.addInitScript({ path: WATCHER });
  await page.goto(deed.address + deed.path, { waitUntil: 'commit', timeout: 60_000 });
  await page.waitForFunction(
    () => (Reflect.get(globalThis, 'seen') as Seen).readableAt !== null,
    null,
    {
      timeout: 60_000,
    },
  );
  await touch(page);
  await untilQuiet(page, log);
  const seen = (await page.evaluate(() => Reflect.get(globalThis, 'seen') as unknown)) as Seen;
  await page.close();
  return judged(log, seen);
}

/** Reads on and touches the page while fonts and the rest still arrive. */
async function touch(page: Page): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await page.mouse.wheel(0, 300);
    await page.touchscreen.tap(180, 500);
    await page.waitForTimeout(150);
  }
}

async function untilQuiet(page: Page, log: LineLog): Promise<void> {
  let before = -1;
  while (log.arrivals.length !== before) {
    before = log.arrivals.length;
    await page.waitForTimeout(2_500);
  }
}

const PROGRAM = new Set(['Script', 'Stylesheet']);

function judged(log: LineLog, seen: Seen): Visit {
  const readable = (seen.readableAt ?? Infinity) / 1000;
  const end = log.beganAt + readable;
  const arrived = log.beganAt + (seen.arrivedAt ?? 0) / 1000;
  const before = ({ endedAt }: Arrival): boolean => endedAt <= end;
  const fonts = log.arrivals.filter(({ kind }) => kind === 'Font');
  return {
    readable,
    bytes: log.bytes(before),
    programBytes: log.bytes((one) => before(one) && PROGRAM.has(one.kind)),
    requests: log.arrivals.filter(before).length,
    fontBytes: fonts.reduce((sum, { ownBytes }) => sum + ownBytes, 0),
    fontsAfter: fonts.every(({ startedAt }) => startedAt >= arrived),
    totalBytes: log.bytes(),
    shift: seen.shift,
    inputDelay: seen.inputDelay,
  };
}
