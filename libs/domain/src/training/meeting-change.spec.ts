import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../shared/calendar-date.js';
import { refusalOfChange } from './meeting-change.js';

const today = calendarDate('2024-08-20');
const planned = { onDate: calendarDate('2024-08-26'), periods: 4, held: false };
const held = { onDate: calendarDate('2024-08-12'), periods: 4, held: true };

describe('a class meeting that was planned wrong', () => {
  it('may become anything while no roll was taken', () => {
    const other = { onDate: calendarDate('2024-09-02'), periods: 2 };
    expect(refusalOfChange(planned, other, today)).toBeNull();
  });

  it('keeps its periods once presence was recorded by them', () => {
    expect(refusalOfChange(held, { ...held, periods: 5 }, today)).toEqual({
      code: 'periods-counted',
      periods: 4,
    });
  });

  it('with a roll may be moved to another day that has come, and to no other', () => {
    expect(refusalOfChange(held, { ...held, onDate: today }, today)).toBeNull();
    const ahead = { ...held, onDate: calendarDate('2024-08-21') };
    expect(refusalOfChange(held, ahead, today)).toEqual({ code: 'roll-ahead' });
  });
});
