import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@cam-nang/platform';
import { freePort, startSystem } from '@cam-nang/start';
import { answersDrill } from './answers-drill.js';
import { findingLines, type Finding } from './finding.js';
import { issuingDrill } from './issuing-drill.js';
import { setStage, type Stage } from './stage.js';

type Drill = (stage: Stage, say: (line: string) => void) => Promise<Finding[]>;

const DRILLS: readonly { readonly title: string; readonly run: Drill }[] = [
  { title: 'The api is killed while people answer', run: answersDrill },
  { title: 'The worker is killed while certificates are made', run: issuingDrill },
];

const say = (line: string): void => console.log(line);

/**
 * Starts a system of its own in a temporary folder, kills its programs and looks at what is left. With
 * `REDIS_URL` the jobs go over Redis. The exit code is 1 when anything was lost or doubled.
 */
async function main(): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'cam-nang-chaos-'));
  const environment = {
    ...process.env,
    PORT: String(await freePort()),
    SEED: 'none',
    DATABASE_URL: '',
  };
  const system = await startSystem({ root: process.cwd(), data, environment, log: say });
  try {
    const stage = await setStage(system);
    try {
      say(await durability(stage));
      let right = true;
      for (const drill of DRILLS) {
        say(`\n${drill.title}`);
        const findings = await drill.run(stage, say);
        for (const line of findingLines(findings)) say(line);
        right &&= findings.every((finding) => finding.right);
      }
      say(right ? '\nNothing was lost, nothing was doubled.' : '\nSomething was lost or doubled.');
      return right ? 0 : 1;
    } finally {
      await stage.close();
    }
  } finally {
    await system.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** The settings of the server that make an acknowledged commit survive. */
async function durability({ setting }: Stage): Promise<string> {
  const [row] = await setting.app
    .get(Database)
    .query<{ fsync: string; commit: string }>(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    );
  const queue = process.env['REDIS_URL'] ? 'Redis' : 'PostgreSQL';
  return `fsync ${row?.fsync ?? '?'}, synchronous_commit ${row?.commit ?? '?'}, jobs over ${queue}`;
}

process.exitCode = await main();
