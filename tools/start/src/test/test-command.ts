import { cacheProjectGraph, checks } from './checks.js';
import { jestPart } from './jest-part.js';
import { closingLine, runPart, type Part, type PartResult } from './part.js';
import { productionPart } from '../production/production-part.js';
import { programPart } from './program-part.js';

/**
 * `npm test`: everything, closed by exactly one line `N passed, N failed, N skipped`.
 * Words after `npm test --` choose the parts whose name contains one of them; the others are then counted
 * as skipped, by name.
 * @returns the exit code
 */
export async function testCommand(root: string, words: readonly string[]): Promise<number> {
  const chosen = (part: Part): Part =>
    words.length === 0 || words.some((word) => part.name.includes(word)) ? part : notAsked(part);
  const results: PartResult[] = [];
  try {
    await cacheProjectGraph(root);
    results.push(...(await twoAtATime(checks(root).map(chosen))));
    // The specs use the whole machine; a browser waits much, so the production shape is built beside it.
    results.push(await runPart(chosen(jestPart(root))));
    const journeys = programPart(root, 'browser journeys', 'apps/web-e2e/dist/main.js');
    results.push(...(await twoAtATime([journeys, productionPart(root)].map(chosen))));
  } catch (error) {
    console.error(error);
    results.push({ passed: 0, failed: 1, skipped: [] });
  }
  const skipped = results.flatMap((result) => result.skipped);
  if (skipped.length > 0)
    console.log(`\nSkipped:\n${skipped.map((name) => `  - ${name}`).join('\n')}`);
  console.log(`\n${closingLine(results)}`);
  return results.some((result) => result.failed > 0) ? 1 : 0;
}

function notAsked(part: Part): Part {
  const skipped = [`${part.name} (not asked for)`];
  return { name: part.name, run: () => Promise.resolve({ passed: 0, failed: 0, skipped }) };
}

async function twoAtATime(parts: readonly Part[]): Promise<PartResult[]> {
  const waiting = [...parts];
  const results: PartResult[] = [];
  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      results.push(await runPart(part));
    }
  };
  await Promise.all([work(), work()]);
  return results;
}
