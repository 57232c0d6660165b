import { describe, expect, it } from '@jest/globals';
import { maySharePersonalNumber } from './same-person.js';

const recorded = { fullName: 'Bùi Thị Sen', birthDate: '1998-08-12' };

describe('who is typed under a personal number', () => {
  it.each([
    ['the same person', recorded],
    ['typed in capitals and without marks', { fullName: 'BUI THI SEN', birthDate: null }],
    ['with another date of birth', { fullName: 'Bùi Thị Sen', birthDate: '1998-12-08' }],
    ['under a married or mistyped name', { fullName: 'Bùi Thị Sên', birthDate: '1998-08-12' }],
  ])('may be who is recorded: %s', (_case, typed) => {
    expect(maySharePersonalNumber(typed, recorded)).toBe(true);
  });

  it.each([
    ['neither agrees', { fullName: 'Hà Văn Toản', birthDate: '1990-01-01' }, recorded],
    ['no date is typed', { fullName: 'Hà Văn Toản', birthDate: null }, recorded],
    [
      'no date is known on either side',
      { fullName: 'Hà Văn Toản', birthDate: null },
      { ...recorded, birthDate: null },
    ],
  ])('is somebody else where %s', (_case, typed, bearer) => {
    expect(maySharePersonalNumber(typed, bearer)).toBe(false);
  });
});
