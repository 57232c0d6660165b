import { readVersion, VERSION_AS_OF } from '@cam-nang/curriculum/testing';
import { Database } from '@cam-nang/platform';
import { growthExponent, median, wallMs } from '../measure/figures.js';
import type { Row } from '../measure/row.js';
import { LongLine } from '../stage/long-line.js';
import type { Stage } from '../stage/stage.js';

const SIZES = [31, 125, 500];
const TURNS = 15;
const BAR = 1.5;

interface Reading {
  readonly oldest: number;
  readonly newest: number;
  readonly ratio: number;
  readonly oldestPages: number;
  readonly newestPages: number;
}

/** The curriculum as of the oldest edition, on a line that grows; against the newest edition. */
export async function asOfRow(stage: Stage): Promise<Row> {
  const line = await LongLine.begin(stage.setting.app.get(Database));
  const made: Reading[] = [];
  for (const editions of SIZES) {
    await line.growTo(editions);
    made.push(await reading(stage, line, editions));
  }
  const last = made.at(-1);
  return {
    what: `curriculum as of the oldest edition, ${String(line.nodes)} nodes`,
    sizes: SIZES.map((size) => `${String(size)} editions`),
    figures: made.map(
      ({ oldest, oldestPages }) => `${oldest.toFixed(1)} ms, ${String(oldestPages)} p.`,
    ),
    growth: growthExponent(
      SIZES,
      made.map(({ oldest }) => oldest),
    ),
    growthLimit: 0.2,
    baseline: `newest edition, ${(last?.newest ?? 0).toFixed(1)} ms, ${String(last?.newestPages ?? 0)} p.`,
    result: `${(last?.ratio ?? 0).toFixed(2)} ×`,
    bar: `≤ ${String(BAR)} ×`,
    met: (last?.ratio ?? Infinity) <= BAR,
  };
}

async function reading({ setting }: Stage, line: LongLine, editions: number): Promise<Reading> {
  const { app } = setting;
  const times: { readonly oldest: number; readonly newest: number }[] = [];
  // The first turns parse the statement and settle its plan.
  for (let turn = -6; turn < TURNS; turn += 1) {
    const oldest = await wallMs(() => readVersion(app, line.id, 1));
    const newest = await wallMs(() => readVersion(app, line.id, editions));
    if (turn >= 0) times.push({ oldest, newest });
  }
  const database = app.get(Database);
  return {
    oldest: median(times.map(({ oldest }) => oldest)),
    newest: median(times.map(({ newest }) => newest)),
    ratio: median(times.map(({ oldest, newest }) => oldest / newest)),
    oldestPages: await pagesRead(database, line.id, 1),
    newestPages: await pagesRead(database, line.id, editions),
  };
}

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** Pages of 8 kB that the statement looks at, in memory or not. */
async function pagesRead(database: Database, lineId: string, seq: number): Promise<number> {
  const [row] = await database.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `explain (analyze, buffers, format json) ${VERSION_AS_OF}`,
    [lineId, seq],
  );
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
}
