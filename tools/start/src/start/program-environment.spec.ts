import { describe, expect, it } from '@jest/globals';
import { accountLines } from './demonstration-accounts.js';
import { seedFor } from './program-environment.js';
import { backOffMs } from './supervised-program.js';

describe('the demonstration', () => {
  it.each([
    [{}, 'demo'],
    [{ SEED: 'none' }, 'none'],
    [{ DATABASE_URL: 'postgres://db/cam_nang' }, 'none'],
    [{ DATABASE_URL: '' }, 'demo'],
    [{ DATABASE_URL: 'postgres://db/cam_nang', SEED: 'demo' }, 'demo'],
  ] as const)('with %j is %s', (environment, expected) => {
    expect(seedFor(environment)).toBe(expected);
  });

  it('shows its accounts in columns that stay straight under Vietnamese names', () => {
    const lines = accountLines([
      { titleEn: 'trainer', name: 'Nguyễn Thị Ánh', username: 'anh', password: 'p1' },
      { titleEn: 'signing director', name: 'Đỗ Văn Ổn', username: 'on', password: 'p2' },
    ]);
    expect(lines.map((line) => line.search(/sign-in name|anh|on {2,}p2/))).toEqual([34, 34, 34]);
  });
});

describe('the pause before a crashed program starts again', () => {
  it('doubles and stays below half a minute', () => {
    expect([1, 2, 3, 6, 7, 50].map(backOffMs)).toEqual([500, 1000, 2000, 16000, 30000, 30000]);
  });
});
