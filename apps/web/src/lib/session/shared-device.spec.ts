import { beforeEach, describe, expect, it } from '@jest/globals';
import { beforeSignOut, finishBeforeSignOut } from './before-sign-out.js';
import { clearSharedDevice, rememberSharedDevice } from './shared-device.js';

/** Storage whose keys are its own properties, as the browser's are. */
class PlainStorage {
  getItem(key: string): string | null {
    const value: unknown = Reflect.get(this, key);
    return typeof value === 'string' ? value : null;
  }
  setItem(key: string, value: string): void {
    Object.assign(this, { [key]: value });
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
  clear(): void {
    for (const key of Object.keys(this)) this.removeItem(key);
  }
}

beforeEach(() => {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(globalThis, name, { value: new PlainStorage(), configurable: true });
  }
  Object.assign(globalThis, {
    indexedDB: { databases: () => Promise.resolve([]) },
    document: { cookie: '', documentElement: { dataset: {} } },
    location: { protocol: 'http:' },
  });
});

describe('a device that others use', () => {
  it('keeps nothing after the person has signed out but what the office does not have', async () => {
    rememberSharedDevice(true);
    localStorage.setItem('cam-nang.theme', 'dark');
    sessionStorage.setItem('cam-nang.draft.d', '{}');
    sessionStorage.setItem('cam-nang.journal.a.t.d', '{"entries":[1]}');
    sessionStorage.setItem('cam-nang.report.a.e.t', '{"text":"bài"}');
    await clearSharedDevice();
    expect(Object.keys(localStorage)).toEqual([]);
    expect(Object.keys(sessionStorage)).toEqual([
      'cam-nang.journal.a.t.d',
      'cam-nang.report.a.e.t',
    ]);
  });
});

describe('signing out', () => {
  it('first does what is registered, whatever becomes of it', async () => {
    const done: string[] = [];
    const forget = [
      beforeSignOut(() => Promise.resolve(done.push('sent'))),
      beforeSignOut(() => Promise.reject(new Error('refused'))),
    ];
    await finishBeforeSignOut();
    expect(done).toEqual(['sent']);
    for (const one of forget) one();
    await finishBeforeSignOut();
    expect(done).toEqual(['sent']);
  });
});
