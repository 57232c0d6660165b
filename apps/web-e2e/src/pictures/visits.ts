import type { AccountName } from '../stage/stage.js';
import { PICTURES, readRouteTables } from './catalogue.js';
import type { Scene } from './scene.js';

/** A page to go to. */
export interface Visit {
  readonly name: string;
  readonly who: AccountName | 'nobody';
  readonly path: string;
}

/** Every page that is built, with its address; and what is wrong with the list itself. */
export function visitsOf(scene: Scene): { visits: readonly Visit[]; faults: readonly string[] } {
  const tables = readRouteTables();
  const visits: Visit[] = [];
  const faults: string[] = [];
  for (const program of ['desk', 'learn'] as const) {
    const { addresses, built } = tables[program];
    const pictures = new Map(PICTURES[program].map((picture) => [picture.page, picture]));
    for (const page of built) {
      const picture = pictures.get(page);
      const address = addresses.get(page);
      if (picture === undefined || address === undefined) {
        faults.push(`the page "${page}" of the ${program} has no picture (pictures/catalogue.ts)`);
        continue;
      }
      const path = address.replace(
        /:(\w+)/g,
        (_, key: string) => scene[picture.with?.[key] ?? 'courseId'],
      );
      visits.push({ name: `${program}-${page}`, who: picture.who, path });
    }
  }
  visits.push({ name: 'paper-verified', who: 'nobody', path: `/x/${scene.code}` });
  visits.push({ name: 'paper-unknown', who: 'nobody', path: '/x/AAAAAAAAAAAAAAAA' });
  visits.push({ name: 'paper-code', who: 'nobody', path: '/x' });
  return { visits, faults };
}
