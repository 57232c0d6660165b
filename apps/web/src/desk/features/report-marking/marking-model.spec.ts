import { describe, expect, it } from '@jest/globals';
import {
  belongs,
  hundredthsOf,
  isSameMarking,
  judgeMarking,
  markingOf,
  neighboursOf,
  nextWaiting,
  readMarking,
  typedPoints,
} from './marking-model.js';
import type { ReportRow, Submission } from './report-types.js';

function row(submissionId: string | null, state: ReportRow['state']): ReportRow {
  return { submissionId, state } as ReportRow;
}

const rows = [
  row('a', 'marked'),
  row(null, 'none'),
  row('b', 'submitted'),
  row('c', 'draft'),
  row('d', 'returned'),
  row('e', 'submitted'),
];

const task = {
  passPoints: 250,
  rubric: [
    { id: 'tc1', points: 200 },
    { id: 'tc2', points: 300 },
  ],
} as unknown as Submission['task'];

describe('the list of reports', () => {
  it('walks the handed-in ones, past those that are still written', () => {
    expect(neighboursOf(rows, 'b')).toEqual({ place: 2, count: 4, before: 'a', after: 'd' });
    expect(neighboursOf(rows, 'e')).toEqual({ place: 4, count: 4, before: 'd', after: undefined });
    expect(neighboursOf(rows, 'c')).toMatchObject({ place: 0, before: undefined });
  });

  it('goes on with the next that waits, round the end of the list', () => {
    expect(nextWaiting(rows, 'a')).toBe('b');
    expect(nextWaiting(rows, 'b')).toBe('e');
    expect(nextWaiting(rows, 'e')).toBe('b');
    expect(nextWaiting(rows.slice(0, 3), 'b')).toBeUndefined();
  });

  it('counts what was begun as missing', () => {
    expect(rows.filter((one) => belongs(one, 'missing'))).toHaveLength(2);
    expect(rows.filter((one) => belongs(one, 'all'))).toHaveLength(6);
  });
});

describe('points as typed', () => {
  it('are exact hundredths', () => {
    expect(hundredthsOf('1,5')).toBe(150);
    expect(hundredthsOf(' 0.29 ')).toBe(29);
    expect(hundredthsOf('1,155')).toBeUndefined();
    expect(hundredthsOf('-1')).toBeUndefined();
    expect(hundredthsOf('hai')).toBeUndefined();
    for (let points = 0; points <= 1000; points += 1) {
      expect(hundredthsOf(typedPoints(points))).toBe(points);
    }
  });

  it('are asked for every criterion, and at most its own', () => {
    const some = judgeMarking(task, { points: { tc1: '2,01' }, comment: '' });
    expect(some.errors).toEqual({ tc1: 'pointsAbove', tc2: 'pointsMissing' });
    expect(some.criteria).toBeUndefined();
    const all = judgeMarking(task, { points: { tc1: '0', tc2: '2,5' }, comment: '' });
    expect(all).toMatchObject({ total: 250, passed: true });
    expect(all.criteria).toEqual([
      { id: 'tc1', points: 0 },
      { id: 'tc2', points: 250 },
    ]);
    const short = judgeMarking(task, { points: { tc1: '0', tc2: '2,49' }, comment: '' });
    expect(short.passed).toBe(false);
  });
});

describe('a marking', () => {
  const mark = {
    criteria: [{ id: 'tc1', points: 150 }],
    comment: 'Rõ',
  } as unknown as Submission['mark'];

  it('begins with the mark that counts, but not for a report handed in anew', () => {
    expect(markingOf({ state: 'marked', mark })).toEqual({
      ...{ points: { tc1: '1,5' }, comment: 'Rõ' },
    });
    expect(markingOf({ state: 'submitted', mark })).toEqual({ points: {}, comment: '' });
  });

  it('is kept and read again, and nothing else is taken for one', () => {
    const kept = { points: { tc1: '1,5' }, comment: 'Rõ' };
    expect(readMarking(JSON.stringify(kept))).toEqual(kept);
    for (const text of [null, '{', '[]', '7', '{"points":{"a":"1"}}']) {
      expect(readMarking(text)).toBeUndefined();
    }
    expect(isSameMarking(kept, { ...kept, points: { tc1: '1,5', tc2: '' } })).toBe(true);
    expect(isSameMarking(kept, { ...kept, comment: '' })).toBe(false);
  });
});
