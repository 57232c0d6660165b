import { useMessages } from '../../../lib/i18n/catalogue.js';
import { clockInHanoi } from '../../../lib/i18n/hanoi.js';
import { messages } from './messages/index.js';

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
    clock: clockInHanoi,
  };
}
