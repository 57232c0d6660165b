import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part, PartResult } from './part.js';
import { runTool } from './run-tool.js';

/**
 * A compiled program that tests the built system from outside. It gets the name of a file in `RESULTS_FILE`
 * and writes `{ passed, failed, skipped: [names with reasons] }` there; what it prints is shown as it comes.
 */
export function programPart(root: string, name: string, script: string): Part {
  return {
    name,
    run: async (): Promise<PartResult> => {
      if (!existsSync(join(root, script))) throw new Error(`${script} has not been built.`);
      const file = join(tmpdir(), `cam-nang-results-${process.pid}-${Date.now()}.json`);
      try {
        const done = await runTool({
          root,
          script,
          nodeArgs: ['--enable-source-maps'],
          environment: { RESULTS_FILE: file },
          show: true,
        });
        const text = await readFile(file, 'utf8').catch(() => undefined);
        if (text === undefined) throw new Error(`${script} ended with ${done.code}, no results.`);
        const { passed, failed, skipped } = JSON.parse(text) as PartResult;
        const hidden = done.code !== 0 && failed === 0 ? 1 : 0;
        return { passed, failed: failed + hidden, skipped };
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}
