import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  title: 'First administrator',
  text: 'A new installation without any account',
  code: 'Code of the server',
  codeHint:
    'Shown by the server when it starts, and in the file installation-code of its folder of keys.',
  fullName: 'Your family, middle and given name',
  username: 'User name',
  usernameHint: 'Small letters without marks, digits, dots; 3 characters or more.',
  newPassword: 'Password',
  newPasswordHint: 'At least 10 characters. A short sentence is a good one.',
  submit: 'Take over the installation',
  next: 'The second factor comes next. Do you have an account?',
  toSignIn: 'Sign in',
  codeRefused:
    'The code is wrong, the user name is taken, or the installation has an administrator already. Look at the code on the server again.',
  'wrong.code': 'Enter the whole code that the server shows.',
  'wrong.fullName': 'Enter your name.',
  'wrong.username': 'Use 3 or more small letters without marks, digits, dots or dashes.',
  'wrong.newPassword': 'The password needs at least 10 characters.',
};
