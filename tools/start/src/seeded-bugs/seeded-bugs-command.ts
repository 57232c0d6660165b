import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JestReport } from '../test/jest-part.js';
import { runTool } from '../test/run-tool.js';
import { MERGE_BUGS, type SeededBug } from './merge-bugs.js';

const FOLDER = 'libs/domain/src/curriculum/merge';

/** What became of a bug: only a named test that ran and failed has found it. */
type Verdict = 'found' | 'missed' | 'not planted';

/**
 * Plants one bug after the other into the merge core on its way into the tests, and shows that the test
 * named for it turns red. First everything has to be green without any.
 * @returns 0 when every bug is found
 */
export async function seededBugsCommand(root: string, args: readonly string[]): Promise<number> {
  const [wanted] = args;
  const bugs = MERGE_BUGS.filter(({ name }) => wanted === undefined || name.includes(wanted));
  const sound = await runJest(root, null);
  if (sound.code !== 0) {
    console.log('Red without any bug: mend that first.');
    return 1;
  }
  console.log('Green without a bug.');
  let found = 0;
  for (const bug of bugs) {
    const verdict = verdictOn(bug, (await runJest(root, bug)).report);
    if (verdict === 'found') found++;
    console.log(`${verdict.padEnd(11)}  ${bug.name}\n${' '.repeat(13)}by "${bug.test}"`);
  }
  console.log(`${found} of ${bugs.length} seeded bugs turned their test red.`);
  return found === bugs.length ? 0 : 1;
}

function verdictOn(bug: SeededBug, report: JestReport | null): Verdict {
  const results = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  const named = results.filter(({ fullName }) => fullName.includes(bug.test));
  if (named.some(({ status }) => status === 'failed')) return 'found';
  return named.some(({ status }) => status === 'passed') ? 'missed' : 'not planted';
}

/** Jest over the specs of the merge core, or over the one test that has to notice a bug. */
async function runJest(
  root: string,
  bug: SeededBug | null,
): Promise<{ readonly code: number; readonly report: JestReport | null }> {
  const file = join(tmpdir(), `cam-nang-seeded-${process.pid}.json`);
  const named = bug === null ? [] : ['--testNamePattern', escaped(bug.test)];
  const planted = bug === null ? null : { ...bug, file: `${FOLDER}/${bug.file}` };
  try {
    const { code } = await runTool({
      root,
      script: 'node_modules/jest/bin/jest.js',
      nodeArgs: ['--experimental-vm-modules', '--no-warnings'],
      args: ['--json', `--outputFile=${file}`, '--silent', FOLDER, ...named],
      environment: { SEEDED_BUG: JSON.stringify(planted) },
    });
    const text = await readFile(file, 'utf8').catch(() => null);
    return { code, report: text === null ? null : (JSON.parse(text) as JestReport) };
  } finally {
    await rm(file, { force: true });
  }
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
