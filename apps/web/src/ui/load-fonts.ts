interface Connection {
  readonly saveData?: boolean;
}

/** Whether the person asked the device to save data. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  return connection?.saveData === true;
}

/** Fetches the product's fonts after the first paint; with Save-Data the device's own are kept. */
export function loadFonts(load: () => Promise<unknown>): void {
  if (savesData()) return;
  requestAnimationFrame(() => {
    setTimeout(() => {
      // Without them the text reads well too: the fallback has the same widths.
      load().catch(() => undefined);
    });
  });
}
