import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Part, PartResult } from './part.js';
import { runTool } from './run-tool.js';

/** What jest writes with `--json`, as far as it is read here. */
export interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** All specs of all projects, in one jest. */
export function jestPart(root: string): Part {
  return {
    name: 'specs: pure, database, HTTP',
    run: async () => {
      const file = join(tmpdir(), `cam-nang-jest-${process.pid}.json`);
      try {
        const done = await runTool({
          root,
          script: 'node_modules/jest/bin/jest.js',
          nodeArgs: ['--experimental-vm-modules', '--no-warnings'],
          args: ['--json', `--outputFile=${file}`, '--maxWorkers=100%', '--silent'],
          show: true,
          environment: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
        });
        const report = await readFile(file, 'utf8').catch(() => undefined);
        if (report === undefined) throw new Error(`jest ended with ${done.code}, no report.`);
        return summarise(JSON.parse(report) as JestReport, root, done.code);
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}

/** Counts specs. A file that could not even be loaded, or a run that fails without a failed spec, is a failure. */
export function summarise(report: JestReport, root: string, code: number): PartResult {
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const file of report.testResults) {
    const failures = file.assertionResults.filter(({ status }) => status === 'failed').length;
    const broken = file.status === 'failed' && failures === 0;
    failed += failures + (broken ? 1 : 0);
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else if (status !== 'failed') skipped.push(`${fullName} (${relative(root, file.name)})`);
    }
  }
  if (code === 0 || failed > 0) return { passed, failed, skipped };
  return { passed, failed: 1, skipped, output: 'jest ended with an error, though no spec failed.' };
}
