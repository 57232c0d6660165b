import type { English } from '../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  account: 'Account: {name}',
  theme: 'Switch between light and dark',
  themeAuto: 'Light or dark as the device',
  language: 'Tiếng Việt',
  toDesk: 'Desk',
  toLearn: 'Trainee pages',
  settings: 'Password and devices',
  signOut: 'Sign out',
  signOutFailed: 'Not signed out: {reason}',
  'role.trainee': 'Trainee',
  'role.trainer': 'Trainer',
  'role.reviewer': 'Reviewer',
  'role.editor-in-chief': 'Editor-in-chief',
  'role.marker': 'Marker',
  'role.class-manager': 'Class manager',
  'role.focal-point': 'Commune focal point',
  'role.provincial-officer': 'Provincial training officer',
  'role.signing-director': 'Signing director',
  'role.records-office': 'Records office',
  'role.ministry-officer': 'Ministry officer',
  'role.auditor': 'Auditor',
  'role.system-administrator': 'System administrator',
};
