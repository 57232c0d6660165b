import { describe, expect, it } from '@jest/globals';
import { readCorrection } from './person-correction.js';

const sen = { fullName: 'Bùi Thị Sen', birthDate: '1998-08-12' };

describe('putting a name and a date of birth right', () => {
  it('says what it changes', () => {
    expect(readCorrection(sen, { ...sen, fullName: 'Bùi Thị Xen' })).toEqual({
      kind: 'correction',
      changed: ['fullName'],
    });
    expect(readCorrection(sen, { ...sen, birthDate: '1989-08-12' })).toEqual({
      kind: 'correction',
      changed: ['birthDate'],
    });
    expect(readCorrection({ ...sen, birthDate: null }, sen)).toEqual({
      kind: 'correction',
      changed: ['birthDate'],
    });
  });

  it('may change both where the name differs by marks or case only', () => {
    const typed = { fullName: 'BUI THI SEN', birthDate: '1989-12-08' };
    expect(readCorrection(typed, sen)).toEqual({
      kind: 'correction',
      changed: ['fullName', 'birthDate'],
    });
  });

  it('makes nobody somebody else', () => {
    const other = { fullName: 'Hà Văn Toản', birthDate: '1990-01-01' };
    expect(readCorrection(sen, other)).toEqual({ kind: 'another-person' });
    expect(readCorrection({ ...sen, birthDate: null }, other)).toEqual({ kind: 'another-person' });
  });

  it('is none when nothing differs', () => {
    expect(readCorrection(sen, { ...sen })).toEqual({ kind: 'nothing' });
  });
});
