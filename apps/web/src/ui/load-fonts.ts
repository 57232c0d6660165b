interface Connection {
  readonly saveData?: boolean;
}

/** Whether the person asked the device to save data. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  return connection?.saveData === true;
}

/**
 * Fetches fonts of the product once there is something to read and it has been painted; with Save-Data the
 * device's own are kept.
 * @returns whether they came
 */
export async function loadFonts(
  load: () => Promise<unknown>,
  thereIsText: Promise<unknown> = Promise.resolve(),
): Promise<boolean> {
  if (savesData()) return false;
  await thereIsText;
  await painted();
  return load().then(
    () => true,
    // Without them the text reads well too: the fallback has the same widths.
    () => false,
  );
}

/** A slow phone takes a while to lay a lesson out: two frames, and then a moment in which it has nothing to do. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const whenIdle = (): void => {
      // Safari has no idle callback.
      if ('requestIdleCallback' in globalThis)
        requestIdleCallback(() => resolve(), { timeout: 3000 });
      else setTimeout(resolve, 200);
    };
    requestAnimationFrame(() => requestAnimationFrame(whenIdle));
  });
}
