import type { Page } from 'playwright-core';

/** Waits until a page has its title and says nothing more of loading. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => {
    const isLoading = document.querySelector('[aria-busy="true"]') !== null;
    return !isLoading && document.fonts.status === 'loaded';
  });
}
