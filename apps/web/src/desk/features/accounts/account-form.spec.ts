import { describe, expect, it } from '@jest/globals';
import { readGrant, readNewAccount } from './account-form.js';
import { usernameOf } from './username-of.js';

const form = (fields: Readonly<Record<string, string>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const UNIT = '0190b9a0-0000-7000-8000-000000000001';
const TODAY = '2026-11-28';

describe('the form of a new account', () => {
  const good = { fullName: ' Bùi Thị Hoa ', username: 'HoaBT', birthDate: '', role: 'trainee' };

  it('gives a body with the one role', () => {
    expect(readNewAccount(form(good), UNIT)).toEqual({
      body: {
        fullName: 'Bùi Thị Hoa',
        username: 'hoabt',
        grants: [{ role: 'trainee', unitId: UNIT }],
      },
    });
    expect(readNewAccount(form({ ...good, birthDate: '5/3/1998' }), UNIT).body?.birthDate).toBe(
      '1998-03-05',
    );
  });

  it('names every field that is wrong', () => {
    const wrong = form({ fullName: ' ', username: 'ng', birthDate: '1998', role: 'trainee' });
    expect(readNewAccount(wrong, undefined).errors).toEqual({
      fullName: 'needed',
      username: 'usernameWrong',
      birthDate: 'dateWrong',
      unitId: 'unitNeeded',
    });
  });
});

describe('the form of a grant', () => {
  const good = { role: 'trainer', basis: 'QĐ 12', from: '', to: '' };

  it('leaves out the days that were not typed', () => {
    expect(readGrant(form(good), UNIT, TODAY).body).toEqual({
      role: 'trainer',
      unitId: UNIT,
      basis: 'QĐ 12',
    });
  });

  it('refuses an end that is not after the first day, also when that is today', () => {
    expect(readGrant(form({ ...good, to: '28/11/2026' }), UNIT, TODAY).errors).toEqual({
      to: 'toBefore',
    });
    const days = { from: '01/12/2026', to: '01/12/2026' };
    expect(readGrant(form({ ...good, ...days }), UNIT, TODAY).errors).toEqual({ to: 'toBefore' });
    expect(readGrant(form({ ...good, to: '29/11/2026' }), UNIT, TODAY).body?.to).toBe('2026-11-29');
  });

  it('asks for the basis and the unit', () => {
    expect(readGrant(form({ ...good, basis: '' }), undefined, TODAY).errors).toEqual({
      basis: 'needed',
      unitId: 'unitNeeded',
    });
  });
});

describe('the proposed user name', () => {
  it('is the given name and the initials before it', () => {
    expect(usernameOf('Bùi Thị Hoa')).toBe('hoabt');
    expect(usernameOf('Đinh Đức')).toBe('ducd');
    expect(usernameOf('  ')).toBe('');
  });
});
