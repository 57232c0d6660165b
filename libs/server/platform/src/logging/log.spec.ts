import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { RequestContext } from '../request-context/request-context.js';
import { createLog } from './log.js';

function recorder() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString('utf8')) as Record<string, unknown>);
      done();
    },
  });
  return { lines, log: createLog({ program: 'spec', level: 'info' }, stream) };
}

describe('the log', () => {
  it('writes JSON with the correlation id and the work that is running', () => {
    const { lines, log } = recorder();
    RequestContext.run({ correlationId: 'c-1', work: 'cohort.open' }, () => {
      log.info({ size: 3 }, 'opened');
    });
    expect(lines).toMatchObject([
      { level: 'info', msg: 'opened', size: 3, correlationId: 'c-1', work: 'cohort.open' },
    ]);
  });

  it('writes nothing below its level', () => {
    const { lines, log } = recorder();
    log.debug({}, 'silent');
    expect(lines).toEqual([]);
    expect(log.enabled('debug')).toBe(false);
  });

  it('hides secrets by name, and numbers and codes wherever they stand', () => {
    const { lines, log } = recorder();
    log.warn(
      {
        headers: { cookie: 'a=b', accept: 'x' },
        password: 'p',
        code: 'AB12-CD34',
        people: [{ personalNumber: '001099012345', name: 'An' }],
        note: 'CCCD 001099012345',
      },
      'looked at /x/AB12CD34 in postgres://app:geheim@db/x for 001099012345',
    );
    const line = JSON.stringify(lines[0]);
    expect(line).not.toMatch(/a=b|"p"|AB12|001099012345|geheim/);
    expect(line).toContain('"accept":"x"');
    expect(line).toContain('"name":"An"');
  });

  it('shows an error by kind, code and cause, without the rows a driver hangs on it', () => {
    const { lines, log } = recorder();
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint: 'account_username_key',
      detail: 'Key (username)=(an.nguyen) already exists.',
      parameters: ['an.nguyen'],
    });
    log.error({ err: new Error('failed', { cause }) }, 'it broke');
    expect(lines[0]).toMatchObject({
      err: { message: 'failed', cause: { code: '23505', constraint: 'account_username_key' } },
    });
    expect(JSON.stringify(lines[0])).not.toContain('an.nguyen');
  });
});
