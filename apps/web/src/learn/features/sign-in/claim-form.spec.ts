import { describe, expect, it } from '@jest/globals';
import { readClaim } from './claim-form.js';

const form = (fields: Readonly<Record<string, string>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const good = {
  code: ' abcDEF123456 ',
  fullName: ' Khà Văn Lâm ',
  username: 'Quantri',
  newPassword: '  mưa trên nương',
};

describe('the form of the first administrator', () => {
  it('cuts what surrounds the code and the names, but nothing of the password', () => {
    expect(readClaim(form(good))).toEqual({
      body: {
        code: 'abcDEF123456',
        fullName: 'Khà Văn Lâm',
        username: 'quantri',
        newPassword: '  mưa trên nương',
      },
      wrong: new Set(),
    });
  });

  it('names every field that has to be mended', () => {
    expect([...readClaim(form({})).wrong]).toEqual(['code', 'fullName', 'username', 'newPassword']);
    expect([...readClaim(form({ ...good, username: 'quản trị' })).wrong]).toEqual(['username']);
  });
});
