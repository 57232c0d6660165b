import { spawnSync } from 'node:child_process';
import type { Part, PartResult } from '../test/part.js';
import { tryProduction } from './try-production.js';

const NAME = 'production shape';

/**
 * What a container engine would do, without one: the build, start and health commands of the Dockerfile with
 * the settings of docker-compose.yml, against PostgreSQL and Redis as servers, behind the TLS proxy.
 */
export function productionPart(root: string): Part {
  return {
    name: NAME,
    run: async (): Promise<PartResult> => {
      const reason = whyNot();
      if (reason !== undefined) {
        return { passed: 0, failed: 0, skipped: [`${NAME} (${reason})`] };
      }
      const checks: string[] = [];
      try {
        await tryProduction(root, (check) => {
          console.log(`  ✓ ${NAME}: ${check}`);
          checks.push(check);
        });
        return { passed: checks.length, failed: 0, skipped: [] };
      } catch (error) {
        const output = error instanceof Error ? error.message : String(error);
        return { passed: checks.length, failed: 1, skipped: [], output };
      }
    },
  };
}

function whyNot(): string | undefined {
  if (process.env['CAM_NANG_PRODUCTION'] !== '1') {
    return 'installs everything a second time, so only with CAM_NANG_PRODUCTION=1, as in .ci/run';
  }
  const missing = ['redis-server', 'caddy', 'psql'].filter(
    (program) => spawnSync('/bin/sh', ['-c', `command -v ${program}`]).status !== 0,
  );
  return missing.length === 0 ? undefined : `not on this machine: ${missing.join(', ')}`;
}
