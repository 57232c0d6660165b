import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  title: 'Check a certificate',
  language: 'Language',
  lead: 'Enter the code at the lower corner of the front, or scan the QR code beside it.',
  code: 'Verification code',
  codeHint:
    '12 characters, such as 7F3K-9QZ2-M4XA. Small letters are fine, with or without hyphens.',
  codeMissing: 'Enter the code on the certificate.',
  codeWrong: 'A code has 12 figures and letters, without I, L, O and U. Look at the paper again.',
  submit: 'Check',
  privacy: 'The verification page shows only what is printed and does not record who looked.',
  toSignIn: 'Sign in',
};
