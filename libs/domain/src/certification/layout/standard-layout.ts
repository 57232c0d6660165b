import type { CertificateLayout } from './layout.js';
import { STANDARD_BACK } from './standard-back.js';
import { STANDARD_FRONT } from './standard-front.js';

/** The certificate of completion on A4 landscape, printed on both sides. */
export const STANDARD_CERTIFICATE_LAYOUT: CertificateLayout = {
  code: 'vn-a4-landscape',
  version: 1,
  paper: { width: 297, height: 210 },
  colours: {
    ink: '#17212b',
    soft: '#43505c',
    accent: '#1f4379',
    second: '#9a5b4d',
    hairline: '#b9c2cb',
  },
  pages: [STANDARD_FRONT, STANDARD_BACK],
};
