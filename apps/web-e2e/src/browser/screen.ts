import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

export type Locale = 'vi' | 'en';
export type Theme = 'light' | 'dark';

/** A screen as people hold it or sit before it. */
export interface Screen {
  readonly name: 'phone' | 'desktop';
  readonly options: BrowserContextOptions;
}

export const PHONE: Screen = {
  name: 'phone',
  options: { viewport: { width: 360, height: 800 }, isMobile: true, hasTouch: true },
};

export const DESKTOP: Screen = {
  name: 'desktop',
  options: { viewport: { width: 1440, height: 900 } },
};

/** How a browser is set up. */
export interface Look {
  readonly screen: Screen;
  readonly locale?: Locale;
  readonly theme?: Theme;
}

type StoredState = NonNullable<BrowserContextOptions['storageState']>;

/** Under this name the web keeps the language on the device. */
const LOCALE_KEY = 'cam-nang.locale';

/** Opens a window of its own, with the cookies of `state` where it is given. */
export function openWindow(
  browser: Browser,
  { screen, theme = 'light', locale = 'vi', address }: Look & { readonly address: string },
  state?: StoredState,
): Promise<BrowserContext> {
  const cookies = typeof state === 'object' ? state.cookies : [];
  const localStorage = [{ name: LOCALE_KEY, value: locale }];
  return browser.newContext({
    ...screen.options,
    storageState: { cookies, origins: [{ origin: address, localStorage }] },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
}
