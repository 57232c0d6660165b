import { join } from 'node:path';
import { announce, announceFailure, claim, outcomeOf } from '../database/once-per-run.js';
import { runFolder, runOwner } from '../database/run-folder.js';
import { sharedServer } from '../database/shared-server.js';
import type { ModuleRef } from './provides.js';
import type { TestApp } from './test-app.js';

/** What several specs begin with: it is done once in a run of the specs, and cloned for each of them. */
export interface Beginning {
  /** Names it within the run, in small letters. */
  readonly name: string;
  /** What the acts need. */
  readonly modules: readonly ModuleRef[];
  /** Fills an application; answers what a spec must know of it, as JSON. */
  readonly fill: (app: TestApp) => Promise<unknown>;
}

/** A beginning that was made. */
export interface Begun {
  readonly database: string;
  /** Files, keys and heads as they were left. */
  readonly folder: string;
  /** Time of the clock when it was done. */
  readonly at: string;
  readonly told: unknown;
}

/** The beginning as the run has it; made with `build` by whoever asks first. */
export async function begin(
  beginning: Beginning,
  build: (modules: readonly ModuleRef[]) => Promise<TestApp>,
): Promise<Begun> {
  await sharedServer();
  const folder = join(runFolder(runOwner()), beginning.name);
  if (await claim(folder)) {
    try {
      await announce(folder, await make(beginning, join(folder, 'app'), build));
    } catch (error) {
      await announceFailure(folder, error);
    }
  }
  return outcomeOf<Begun>(folder);
}

async function make(
  { modules, fill }: Beginning,
  folder: string,
  build: (modules: readonly ModuleRef[]) => Promise<TestApp>,
): Promise<Begun> {
  const app = await build(modules);
  const told = await fill(app);
  const at = app.clock.now().toISOString();
  await app.keepAs(folder);
  return { database: app.database.name, folder, at, told };
}
