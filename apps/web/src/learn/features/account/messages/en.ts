import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  accountTitle: 'Password and devices',
  passwordTitle: 'Change the password',
  currentPassword: 'Current password',
  changePassword: 'Change the password',
  passwordChanged: 'The password is changed. Other devices have been signed out.',
  currentMissing: 'Enter your current password.',
  devicesTitle: 'Devices that are signed in',
  thisDevice: 'This device',
  lastSeen: 'Last seen {time}',
  endDevice: 'Sign out',
  endDeviceNamed: 'Sign out the device {device}',
  deviceEnded: 'The device has been signed out.',
  factorTitle: 'Second factor',
  factorOn: 'On. Each sign-in needs a code from your phone.',
  factorOff: 'Off. With it, knowing your password is not enough to enter.',
  factorSetUp: 'Switch on the second factor',
  factorDone: 'The second factor is on.',
  unknownDevice: 'Another device',
  factorReplace: 'Move to another phone',
  factorReplaceText:
    'With a new phone, set this up again here. Codes of the old one stop as soon as you begin; finish before leaving the page.',
  languageTitle: 'Language',
};
