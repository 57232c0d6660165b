import { durability, onStage, type Stage } from '../stage/stage.js';
import { answersDrill } from './answers-drill.js';
import { findingLines, type Finding } from './finding.js';
import { issuingDrill } from './issuing-drill.js';

type Drill = (stage: Stage, say: (line: string) => void) => Promise<Finding[]>;

const DRILLS: readonly { readonly title: string; readonly run: Drill }[] = [
  {
    title: 'The api is killed while people answer',
    run: (stage, say) => answersDrill(stage, 'api', say),
  },
  {
    title: 'PostgreSQL is killed while people answer',
    run: (stage, say) => answersDrill(stage, 'database', say),
  },
  { title: 'The worker is killed while certificates are made', run: issuingDrill },
];

const say = (line: string): void => console.log(line);

/**
 * Kills the programs of a system of its own and looks at what is left. With `REDIS_URL` the jobs go over
 * Redis.
 * @returns whether nothing was lost or doubled
 */
async function drills(stage: Stage): Promise<boolean> {
  const queue = process.env['REDIS_URL'] ? 'Redis' : 'PostgreSQL';
  say(`${await durability(stage)}, jobs over ${queue}`);
  let right = true;
  for (const drill of DRILLS) {
    say(`\n${drill.title}`);
    const findings = await drill.run(stage, say);
    for (const line of findingLines(findings)) say(line);
    right &&= findings.every((finding) => finding.right);
  }
  say(right ? '\nNothing was lost, nothing was doubled.' : '\nSomething was lost or doubled.');
  return right;
}

process.exitCode = (await onStage('chaos', say, drills)) ? 0 : 1;
