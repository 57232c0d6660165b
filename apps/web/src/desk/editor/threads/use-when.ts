import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { messages } from './messages/index.js';

/** When something was said: the time today, else the day with it. */
export function useWhen(): (moment: string) => string {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (moment) => {
    const time = format.time(moment);
    const isToday = format.date(moment) === format.date(new Date());
    return isToday ? t('today', { time }) : `${time}, ${format.date(moment)}`;
  };
}
