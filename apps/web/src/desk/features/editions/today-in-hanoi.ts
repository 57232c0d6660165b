import { serverNow } from '../../../lib/session/session.js';

/** Today in Hanoi, `YYYY-MM-DD`, by the server's clock. */
export function todayInHanoi(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(serverNow());
}
