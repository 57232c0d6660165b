import { catalogue } from '../../../../lib/i18n/catalogue.js';
import { vi } from './vi.js';

export const messages = catalogue(vi, () => import('./en.js').then((file) => file.en));
