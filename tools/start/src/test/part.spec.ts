import { describe, expect, it } from '@jest/globals';
import { summarise } from './jest-part.js';
import { closingLine, runPart } from './part.js';

describe('the closing line', () => {
  it('adds up what the parts found, in exactly this form', () => {
    expect(
      closingLine([
        { passed: 3, failed: 0, skipped: [] },
        { passed: 0, failed: 2, skipped: ['queue on Redis (no redis-server)'] },
      ]),
    ).toBe('3 passed, 2 failed, 1 skipped');
  });

  it('counts a part that breaks as a failure', async () => {
    const part = { name: 'broken', run: () => Promise.reject(new Error('no such tool')) };
    expect(await runPart(part)).toMatchObject({ passed: 0, failed: 1, skipped: [] });
  });
});

describe('what jest reports', () => {
  const file = (
    status: string,
    ...specs: string[]
  ): {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  } => ({
    name: '/repo/libs/a.spec.ts',
    status,
    assertionResults: specs.map((one, place) => ({ status: one, fullName: `rule ${place}` })),
  });

  it('is counted by spec, with the names of those that did not run', () => {
    const report = { testResults: [file('passed', 'passed', 'pending', 'todo')] };
    expect(summarise(report, '/repo', 0)).toEqual({
      passed: 1,
      failed: 0,
      skipped: ['rule 1 (libs/a.spec.ts)', 'rule 2 (libs/a.spec.ts)'],
    });
  });

  it('fails for a file that could not be loaded', () => {
    const report = { testResults: [file('failed')] };
    expect(summarise(report, '/repo', 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails when jest fails and no spec did', () => {
    const report = { testResults: [file('passed', 'passed')] };
    expect(summarise(report, '/repo', 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});
