import { describe, expect, it } from '@jest/globals';
import { belongs, daysBetween, lacksOf, marksOf, sharesOf, type BoardRow } from './board-model.js';

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

  it('names first what fell short, and calls the rest grave only once study has ended', () => {
    const [absent] = row.missing;
    if (absent === undefined) throw new Error('nothing is missing');
    const study = {
      ...{ ...absent, code: 'study-completed' as const },
      actual: { kind: 'share' as const, part: 3, whole: 27 },
    };
    const both = { missing: [study, absent] };
    expect(lacksOf(both, true)).toEqual({ first: absent, others: 1, grave: true });
    expect(lacksOf({ missing: [study] }, true)).toMatchObject({ first: study, grave: false });
    expect(lacksOf({ missing: [study] }, false).grave).toBe(true);
    expect(lacksOf({ missing: [] }, false)).toEqual({ first: undefined, others: 0, grave: false });
  });

  it('counts for each period who has it behind them', () => {
    const cell = (done: number) => ({
      ...row,
      cells: [{ moduleCode: 'CD02', done, started: 0, total: 3, absent: 0 }],
    });
    expect(sharesOf([cell(3), cell(1), cell(0), cell(1)], 'CD02')).toEqual([0.75, 0.25, 0.25]);
    expect(sharesOf([], 'CD02')).toEqual([]);
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
