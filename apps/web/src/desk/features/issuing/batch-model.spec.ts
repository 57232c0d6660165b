import { describe, expect, it } from '@jest/globals';
import type { Batch } from './batch-types.js';
import {
  rateOf,
  secondsLeft,
  sparkPoints,
  stagesOf,
  withSample,
  type Sample,
} from './batch-model.js';

const at = '2026-07-08T03:02:00.000Z';
const later = '2026-07-08T03:02:04.000Z';

function batch(stages: Batch['stages']): Batch {
  return {
    ...{ decisionId: '1', proposalId: '2', cohortCode: 'K03/2026', decisionNo: '126/QĐ-SNV' },
    ...{ decisionDate: '2026-07-08', signerName: 'Hà Quang Tiến', state: 'making' },
    ...{ total: 40, registered: 8, firstSerial: 'SNV 000413', lastSerial: 'SNV 000452' },
    ...{ firstRegister: '38/2026-BD', lastRegister: '77/2026-BD', stages, failures: [] },
    ...{ startedAt: at, finishedAt: null, head: null, serverTime: later },
  };
}

describe('the making of a batch', () => {
  it('shows every stage, begun or not, with its rate', () => {
    const times = { startedAt: at, updatedAt: later, finishedAt: null };
    const stages = stagesOf(batch([{ stage: 'render', done: 8, total: 40, failed: 0, ...times }]));
    expect(stages.map(({ name, done, rate }) => [name, done, rate])).toEqual([
      ['number', 0, undefined],
      ['render', 8, 2],
      ['store', 0, undefined],
      ['register', 0, undefined],
      ['seal', 0, undefined],
    ]);
  });

  it('measures the rate over the last ten seconds, and what is left by it', () => {
    const samples = [
      { at: 0, done: 0 },
      { at: 5_000, done: 100 },
      { at: 15_000, done: 120 },
    ];
    expect(rateOf(samples)).toBe(2);
    expect(secondsLeft(120, 125, 2)).toBe(3);
    expect(rateOf(samples.slice(0, 1))).toBeUndefined();
    expect(secondsLeft(120, 125, undefined)).toBeUndefined();
  });

  it('keeps only the ends of a stretch in which nothing moves', () => {
    const moves: Sample[] = [1, 2, 3, 4].map((n) => ({ at: n * 1000, done: n < 2 ? 0 : 5 }));
    const kept = moves.reduce<readonly Sample[]>(withSample, []);
    expect(kept.map((one) => one.at)).toEqual([1000, 2000, 4000]);
  });

  it('draws the rate from edge to edge, the fastest on top', () => {
    const samples = [0, 1, 2, 3].map((n) => ({ at: n * 1000, done: n * n }));
    const points = sparkPoints(samples);
    expect(points.map(([x]) => x)).toEqual([0, 300, 600]);
    expect(points.at(-1)?.[1]).toBe(10);
    expect(sparkPoints(samples.slice(0, 3))).toEqual([]);
  });
});
