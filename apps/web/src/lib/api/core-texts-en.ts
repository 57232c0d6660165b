import type { CoreCode } from './core-texts-vi.js';

export const coreTexts: Readonly<Record<CoreCode, string>> = {
  'network.offline': 'You are offline. This needs a network; try again when you are online.',
  'network.failed':
    'The server did not answer. Your text is still here; try again in a few minutes.',
  'request.invalid': 'Some fields need mending. Correct the marked ones and send again.',
  'request.too_many': 'Too many requests. Wait a minute and try again.',
  'request.stale': 'Someone changed this first. Reload to see the newest version and do it again.',
  'resource.not_found': 'Not found, or outside your scope.',
  'server.unexpected':
    'The server met an error. Your text is still here; try again, or give the code to the administrator.',
  'server.unavailable': 'The server is busy or being upgraded. Try again in a few minutes.',
  'session.required': 'Your session has ended. Sign in again to go on.',
  'permission.denied': 'This is not within your rights.',
};
