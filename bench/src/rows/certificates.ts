import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openAwardCohort, signedAward } from '@cam-nang/certification/testing';
import { Database, Storage } from '@cam-nang/platform';
import { growthExponent, wallMs } from '../measure/figures.js';
import type { Row } from '../measure/row.js';
import type { Stage } from '../stage/stage.js';

const SIZES = [60, 240, 960];
const LONGEST_MS = 900_000;

interface Issue {
  readonly ms: number;
  readonly copyMs: number;
}

/**
 * From the signature to the sealed register, through the worker and the Typst route; beside copying and
 * hashing the same bytes.
 */
export async function certificatesRow(stage: Stage): Promise<Row> {
  const made: Issue[] = [];
  for (const people of SIZES) made.push(await issue(stage, people));
  const last = made.at(-1);
  const times = last === undefined ? 0 : last.ms / last.copyMs;
  return {
    what: 'certificates: number, draw (Typst), store, register, seal',
    sizes: SIZES.map((size) => `${String(size)} people`),
    figures: made.map(({ ms }) => `${(ms / 1000).toFixed(1)} s`),
    growth: growthExponent(
      SIZES,
      made.map(({ ms }) => ms),
    ),
    growthLimit: 1.1,
    baseline: `copy + SHA-256 of the same bytes, ${((last?.copyMs ?? 0) / 1000).toFixed(2)} s`,
    result: `${((last?.ms ?? 0) / Math.max(...SIZES)).toFixed(0)} ms each, ${times.toFixed(0)} ×`,
    bar: 'reported',
    met: null,
  };
}

async function issue(stage: Stage, people: number): Promise<Issue> {
  const { setting, clock } = stage;
  const names = Array.from({ length: people }, (_, at) => `Hà Thị Người ${String(at + 1)}`);
  const cohort = await openAwardCohort(setting, `BENCH-CN-${String(people)}`, names);
  let decisionId = '';
  const ms = await wallMs(async () => {
    decisionId = await signedAward(setting, cohort, `${String(people)}/QĐ-SNV`);
    clock.release();
    await untilDone(setting.app.get(Database), decisionId);
  });
  return { ms, copyMs: await copyMs(stage, decisionId) };
}

async function untilDone(database: Database, decisionId: string): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (Date.now() < end) {
    const [batch] = await database.query<{ state: string }>(
      'select state from award_batch where decision_id = $1',
      [decisionId],
    );
    if (batch?.state === 'done') return;
    await delay(100);
  }
  throw new Error('The certificates were not finished.');
}

/** Writes each file of the decision once more, durably as the storage does, and hashes it. */
async function copyMs({ setting }: Stage, decisionId: string): Promise<number> {
  const { app } = setting;
  const rows = await app.get(Database).query<{ key: string }>(
    `select d.storage_key as key from register_document d join register_entry e on e.id = d.entry_id
     where e.decision_id = $1`,
    [decisionId],
  );
  const files = await Promise.all(rows.map(({ key }) => app.get(Storage).get(key)));
  const folder = await mkdtemp(join(tmpdir(), 'cam-nang-copy-'));
  try {
    return await wallMs(async () => {
      for (const [index, bytes] of files.entries()) {
        createHash('sha256').update(bytes).digest();
        const file = await open(join(folder, String(index)), 'w');
        await file.writeFile(bytes);
        await file.sync();
        await file.close();
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
