import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';

const clockOfHanoi = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Words for lengths of time, and the time of day to the second. */
export function useDuration(): {
  readonly length: (seconds: number) => string;
  readonly clock: (instant: string) => string;
} {
  const { t } = useMessages(messages);
  return {
    length: (seconds) =>
      seconds < 90
        ? t('seconds', { count: seconds })
        : t('minutes', { count: Math.round(seconds / 60) }),
    clock: (instant) => clockOfHanoi.format(new Date(instant)),
  };
}
