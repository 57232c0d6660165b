import { fileURLToPath } from 'node:url';
import { newServerFeature } from './server-feature.js';
import { newWebFeature } from './web-feature.js';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

async function generate([kind, name, ...rest]: readonly string[]): Promise<string[]> {
  if (kind === 'web-feature') return newWebFeature(root, name, rest[0]);
  const after = rest[rest.indexOf('--after') + 1];
  return newServerFeature(root, name, rest.includes('--after') ? after : undefined);
}

try {
  const steps = await generate(process.argv.slice(2));
  console.log(
    ['Made. What is left to do by hand:', ...steps.map((step) => `  - ${step}`)].join('\n'),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
