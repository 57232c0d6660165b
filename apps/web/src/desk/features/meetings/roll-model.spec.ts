import { describe, expect, it } from '@jest/globals';
import { changedMarks, countOf, fillFull, markOf, readDraft, withMark } from './roll-model.js';

const people = ['an', 'binh', 'cuc'].map((enrolmentId) => ({
  enrolmentId,
  fullName: enrolmentId,
  unitName: 'Mường Bi',
}));
const full = { periods: 4, excused: false, note: '' };

describe('a roll call', () => {
  it('fills only who is not recorded yet', () => {
    const roll = fillFull(withMark({}, 'binh', { periods: 1 }, 4), people, 4);
    expect(roll).toEqual({ an: full, binh: { ...full, periods: 1 }, cuc: full });
    expect(countOf(roll, people, 4)).toEqual({ set: 3, full: 2, short: 1, absentPeriods: 3 });
  });

  it('forgets the excuse of who was there after all', () => {
    const excused = withMark({}, 'an', { periods: 2, excused: true }, 4);
    expect(markOf(excused, 'an').excused).toBe(true);
    expect(markOf(withMark(excused, 'an', { periods: 4 }, 4), 'an').excused).toBe(false);
  });

  it('counts nobody as absent before the roll is taken', () => {
    expect(countOf({}, people, 4)).toEqual({ set: 0, full: 0, short: 0, absentPeriods: 0 });
  });

  it('sends what differs from what the server has', () => {
    const known = { an: full, binh: full };
    const roll = withMark({ ...known, cuc: full }, 'binh', { note: ' đến muộn ' }, 4);
    expect(changedMarks(roll, known, people)).toEqual([
      { enrolmentId: 'binh', periodsPresent: 4, excused: false, note: 'đến muộn' },
      { enrolmentId: 'cuc', periodsPresent: 4, excused: false, note: '' },
    ]);
    expect(changedMarks({}, {}, people)).toEqual([]);
  });

  it('reads no draft out of damaged text', () => {
    expect(readDraft('{"an":')).toBeUndefined();
    expect(readDraft(null)).toBeUndefined();
    expect(readDraft(JSON.stringify({ an: full }))).toEqual({ an: full });
  });
});
