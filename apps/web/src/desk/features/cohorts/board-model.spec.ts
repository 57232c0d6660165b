import { describe, expect, it } from '@jest/globals';
import { belongs, daysBetween, marksOf, type BoardRow } from './board-model.js';

const row: BoardRow = {
  enrolmentId: 'e',
  number: 1,
  fullName: 'Sùng A Chớ',
  unitName: 'Xã Pà Cò',
  cells: [],
  periodsDone: 0,
  periodsTotal: 40,
  finalScore: null,
  finalPassed: null,
  report: 'none',
  reportPassed: null,
  missing: [
    {
      code: 'attendance',
      nodeTitle: null,
      actual: { kind: 'flag', value: false },
      required: { kind: 'flag', value: true },
    },
  ],
  lastSeenAt: '2026-05-24T10:00:00Z',
  online: false,
};

describe('the board', () => {
  it('groups people by what they lack', () => {
    expect(belongs(row, 'missingPeriods', '2026-05-25T10:00:00Z')).toBe(true);
    expect(belongs(row, 'missingQuiz', '2026-05-25T10:00:00Z')).toBe(false);
    expect(belongs(row, 'idle', '2026-05-26T10:00:00Z')).toBe(false);
    expect(belongs(row, 'idle', '2026-05-28T10:00:00Z')).toBe(true);
    expect(belongs({ ...row, lastSeenAt: null }, 'idle', '2026-05-24T10:00:00Z')).toBe(true);
  });

  it('draws one square a lesson, absences after what was read', () => {
    const cell = { moduleCode: 'CD02', done: 2, started: 1, total: 5, absent: 1 };
    expect(marksOf(cell)).toEqual(['done', 'done', 'now', 'absent', 'open']);
  });

  it('counts days of Hanoi, where a new one begins at 17:00 UTC', () => {
    expect(daysBetween('2026-05-24T16:59:00Z', '2026-05-24T17:01:00Z')).toBe(1);
    expect(daysBetween('2026-05-24T17:01:00Z', '2026-05-25T16:59:00Z')).toBe(0);
  });
});
