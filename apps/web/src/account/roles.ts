import { useMessages } from '../lib/i18n/catalogue.js';
import type { Role, Session } from '../lib/session/session.js';
import { messages } from './messages/index.js';

/** The name of a role in the language of the screens. */
export function useRoleName(): (role: Role) => string {
  const { t } = useMessages(messages);
  return (role) => t(`role.${role}`);
}

/** Whether some role of the person works at the desk. */
export function hasDeskRole(session: Session): boolean {
  return session.roles.some(({ role }) => role !== 'trainee');
}

/** Whether the person studies. */
export function isTrainee(session: Session): boolean {
  return session.roles.some(({ role }) => role === 'trainee');
}
