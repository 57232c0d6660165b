import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import { vi } from './messages/vi.js';

type KnownAction = Exclude<keyof typeof vi, 'unknown'>;

function isKnown(action: string): action is KnownAction {
  return action !== 'unknown' && Object.hasOwn(vi, action);
}

/** What an act of the audit trail is in words, after the name of who did it. */
export function useActionWords(): (action: string) => string {
  const { t } = useMessages(messages);
  return (action) => (isKnown(action) ? t(action) : t('unknown', { action }));
}
