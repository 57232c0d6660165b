import { catalogue } from '../../lib/i18n/catalogue.js';
import { vi } from './vi.js';

/** Words of the kit's own parts. */
export const messages = catalogue(vi, () => import('./en.js').then((file) => file.en));
