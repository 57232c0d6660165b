import { forgetLooks } from '../look-cookie.js';

const KEY = 'cam-nang.shared-device';

/** Notes for this tab whether the device is used by several people; nothing may then outlast the session. */
export function rememberSharedDevice(shared: boolean): void {
  try {
    if (shared) sessionStorage.setItem(KEY, 'yes');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage nothing is kept anyway.
  }
}

/** Whether the person said that others use this device: what stores answers and lessons asks first. */
export function isSharedDevice(): boolean {
  try {
    return sessionStorage.getItem(KEY) === 'yes';
  } catch {
    return true;
  }
}

/** Removes everything this site keeps on a shared device; called once the session has ended. */
export async function clearSharedDevice(): Promise<void> {
  if (!isSharedDevice()) return;
  forgetLooks();
  localStorage.clear();
  sessionStorage.clear();
  const databases = await indexedDB.databases();
  for (const { name } of databases) {
    if (name !== undefined) indexedDB.deleteDatabase(name);
  }
}
