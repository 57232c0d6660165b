import { page, type PageDefinition } from './page.js';

/** Every page of the desk. A feature adds its pages here and its place, if it has one, in shell/places.ts. */
export const pages: readonly PageDefinition[] = [
  page('home', () => import('./features/home/home-page.js').then((file) => file.HomePage)),
];
