import { describe, expect, it } from '@jest/globals';
import { catalogue, translate } from './catalogue.js';
import { formatFor } from './format.js';
import { choose, fill, type English } from './message.js';

const plain = (value: number) => String(value);

describe('a message', () => {
  it('takes its values, and leaves an unknown variable to be seen', () => {
    expect(fill('{name}: {count} bài, {none}', { name: 'An', count: 3 }, plain)).toBe(
      'An: 3 bài, {none}',
    );
  });

  it('chooses the wording by number in English only', () => {
    const lessons = { one: '{count} lesson', other: '{count} lessons' };
    expect(choose(lessons, 1, 'en')).toBe('{count} lesson');
    expect(choose(lessons, 2, 'en')).toBe('{count} lessons');
    expect(choose('{count} bài', 1, 'vi')).toBe('{count} bài');
  });

  it('is translated with numbers in the way of the language', () => {
    const messages = catalogue({ people: '{count} người' }, () =>
      Promise.resolve({ people: { one: '{count} person', other: '{count} people' } }),
    );
    expect(translate(messages)('people', { count: 1284 })).toBe('1.284 người');
  });

  it('is read in Vietnamese when English cannot be fetched, until a later try', async () => {
    let online = false;
    const messages = catalogue({ close: 'Đóng' }, () =>
      online ? Promise.resolve({ close: 'Close' }) : Promise.reject(new Error('no line')),
    );
    await messages.load();
    expect(messages.english()).toEqual({ close: 'Đóng' });
    online = true;
    await messages.load();
    expect(messages.english()).toEqual({ close: 'Close' });
  });

  it('must have the same keys and variables in English', () => {
    type Vietnamese = { readonly due: 'Hạn {date}'; readonly plain: 'Đóng' };
    type Verdict<T> = T extends English<Vietnamese> ? 'taken' : 'refused';
    const right: Verdict<{ due: 'Due {date}'; plain: 'Close' }> = 'taken';
    const withoutVariable: Verdict<{ due: 'Due'; plain: 'Close' }> = 'refused';
    const withoutKey: Verdict<{ due: 'Due {date}' }> = 'refused';
    expect([right, withoutVariable, withoutKey]).toEqual(['taken', 'refused', 'refused']);
  });
});

describe('numbers and dates', () => {
  const vi = formatFor('vi');
  const en = formatFor('en');

  it('are those of Vietnam', () => {
    expect(vi.number(1284)).toBe('1.284');
    expect(vi.mark(850)).toBe('8,5');
    expect(vi.mark(800)).toBe('8,0');
    expect(vi.percent(0.72)).toBe('72\u00a0%');
    expect(vi.bytes(6_200_000)).toBe('6,2\u00a0MB');
    expect(vi.longDate('2026-05-14')).toBe('Thứ Năm, 14/05/2026');
    expect(en.longDate('2026-05-14')).toBe('Thursday, 14/05/2026');
  });

  it('are those of Hanoi, wherever the device is', () => {
    expect(vi.dateTime('2026-05-14T17:30:00Z')).toBe('00:30, 15/05/2026');
    expect(vi.date('2026-05-14')).toBe('14/05/2026');
    expect(vi.dayMonth('2026-12-31T18:00:00Z')).toBe('01/01');
  });
});
