import { useMessages } from '../../../lib/i18n/catalogue.js';
import type { Meeting, MeetingsData } from './roll-model.js';
import { messages } from './messages/index.js';

/** What a meeting is about: its own words, its module, or a general one. */
export function useAboutMeeting(modules: MeetingsData['modules']): (meeting: Meeting) => string {
  const { t } = useMessages(messages);
  return (meeting) => {
    const module = modules.find((one) => one.nodeId === meeting.moduleNodeId);
    const topic = meeting.topic === '' ? module?.title : meeting.topic;
    const words = [meeting.moduleCode, topic].filter((word) => word !== null && word !== undefined);
    return words.length === 0 ? t('general') : words.join(', ');
  };
}
