import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where an installation that was started by `npm start` keeps everything. */
export interface Places {
  readonly root: string;
  readonly data: string;
  readonly postgres: string;
  readonly files: string;
  readonly secrets: string;
  readonly heads: string;
  readonly logs: string;
  /** Mark of the one supervisor. */
  readonly mark: string;
}

/** @param data the data folder; `.data` of the repository when left out */
export function placesOf(root: string, data = join(root, '.data')): Places {
  const folder = resolve(data);
  return {
    root,
    data: folder,
    postgres: join(folder, 'postgres'),
    files: join(folder, 'files'),
    secrets: join(folder, 'secrets'),
    heads: join(folder, 'heads'),
    logs: join(folder, 'logs'),
    mark: join(folder, 'supervisor.pid'),
  };
}

/** Makes the folders. The data folder lets the database's account through; the others are private. */
export async function makePlaces(places: Places): Promise<void> {
  await mkdir(places.data, { recursive: true, mode: 0o711 });
  for (const folder of [places.files, places.secrets, places.heads, places.logs]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
}
