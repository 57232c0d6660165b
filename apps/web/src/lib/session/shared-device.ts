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

/**
 * Where this device keeps what a person does: on a device that others use nothing outlives the tab. Undefined where
 * storage is refused.
 */
export function deviceStorage(): Storage | undefined {
  try {
    return isSharedDevice() ? globalThis.sessionStorage : globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** What a person wrote and the office has not confirmed; each stands under its writer's account. */
const UNSENT = ['cam-nang.journal.', 'cam-nang.progress.', 'cam-nang.refused.', 'cam-nang.report.'];

/**
 * Removes what this site keeps on a shared device; called once the session has ended. What could not be sent stays
 * in the tab for its writer: nothing that somebody wrote is thrown away.
 */
export async function clearSharedDevice(): Promise<void> {
  if (!isSharedDevice()) return;
  forgetLooks();
  localStorage.clear();
  for (const key of Object.keys(sessionStorage)) {
    if (!UNSENT.some((prefix) => key.startsWith(prefix))) sessionStorage.removeItem(key);
  }
  const databases = await indexedDB.databases();
  for (const { name } of databases) {
    if (name !== undefined) indexedDB.deleteDatabase(name);
  }
}
