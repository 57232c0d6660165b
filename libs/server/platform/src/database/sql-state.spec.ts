import { describe, expect, it } from '@jest/globals';
import { isUnavailable } from './sql-state.js';

const failure = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

describe('a database that cannot be reached', () => {
  it.each([
    ['a refused connection', failure('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
    ['a broken pipe, whose code looks like one of SQL', failure('write EPIPE', 'EPIPE')],
    ['a server that is shutting down', failure('terminating connection', '57P01')],
    ['a server without a free connection', failure('sorry, too many clients already', '53300')],
    ['a connection lost under a statement', failure('Connection terminated unexpectedly')],
    ['no connection free in time', failure('timeout exceeded when trying to connect')],
  ])('is seen in %s', (_name, error) => {
    expect(isUnavailable(error)).toBe(true);
    expect(isUnavailable(Object.assign(new Error(error.message), { driverError: error }))).toBe(
      true,
    );
  });

  it.each([
    ['a broken rule', failure('duplicate key value', '23505')],
    ['a statement that ran too long', failure('canceling statement', '57014')],
    ['a mistake of ours', failure('Connection of two units is not known')],
    ['nothing', undefined],
  ])('is not seen in %s', (_name, error) => {
    expect(isUnavailable(error)).toBe(false);
  });
});
