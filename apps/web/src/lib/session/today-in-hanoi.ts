import { dayInHanoi } from '../i18n/hanoi.js';
import { serverNow } from './session.js';

/** Today in Hanoi, `YYYY-MM-DD`, by the server's clock. */
export function todayInHanoi(): string {
  return dayInHanoi(serverNow());
}
