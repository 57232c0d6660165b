import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  title: 'Sign in',
  language: 'Language',
  motto1: 'Learn by the work,',
  motto2: 'look it up when needed,',
  motto3: 'have it recognised.',
  claimPhone: 'Lessons and quizzes open on a phone, on a weak line too.',
  claimEdition: 'The handbook always states its edition and date of effect.',
  claimCertificate: 'Anyone can check a certificate.',
  subtitle: 'Training for young commune officials',
  username: 'User name',
  password: 'Password',
  usernameMissing: 'Enter your user name.',
  passwordMissing: 'Enter your password.',
  shared: 'This is a shared device',
  sharedHint: 'Lessons and answers are not kept on it after you leave.',
  submit: 'Sign in',
  signOn: 'Sign in with {name}',
  signOnFailed:
    'Signing in through the common portal did not work. Try again, or use your user name and password.',
  signOnRefused: 'The portal says that you stopped signing in.',
  signOnUnknown:
    'Nobody here is linked with that portal account. Sign in with your password, or ask the administrator to check the user name.',
  signOnFactor:
    'Your account needs a second factor that the portal did not ask for. Sign in with your password and the 6-digit code.',
  firstTime: 'Enter with a one-time code',
  forgot:
    'Forgot your password? Trainees ask their commune’s focal point for a new one-time code, officers the system administrator.',
  withoutSignIn: 'Without signing in',
  verify: 'Check a certificate',
  secondTitle: 'Second factor',
  secondText: 'Enter the 6-digit code that your authenticator app shows now.',
  lostFactor: 'Lost the device? Ask the system administrator for a new way in.',
  code6: '6-digit code',
  continue: 'Continue',
  back: 'Back',
  firstTitle: 'Enter with a one-time code',
  firstText:
    'The code is on the slip you were handed, the first time or when you were given a way back. Exchange it for a password of your own.',
  oneTimeCode: 'One-time code',
  oneTimeCodeMissing: 'Enter the code of the sheet, at least 6 characters.',
  newPassword: 'New password',
  newPasswordHint: 'At least 10 characters. A short sentence is a good one.',
  newPasswordShort: 'The password needs at least 10 characters.',
  setPassword: 'Set the password and enter',
  setUpTitle: 'Set up the second factor',
};
