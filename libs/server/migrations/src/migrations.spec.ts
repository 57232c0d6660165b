import { describe, expect, it } from '@jest/globals';
import { migrationFiles } from './index.js';

describe('the migration files', () => {
  it('are numbered without a gap and no number twice: two that were written side by side run in one order', () => {
    const numbers = migrationFiles().map((file) => Number(file.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
