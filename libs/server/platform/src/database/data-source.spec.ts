import { describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { createLog } from '../logging/log.js';
import { createDataSource } from './data-source.js';

const config = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  DATABASE_POOL: 1,
  DATABASE_CONNECT_TIMEOUT_MS: 100,
  DATABASE_STATEMENT_TIMEOUT_MS: 100,
};

describe('the connections of the pool', () => {
  it('end nothing but themselves when they end before anyone listens', () => {
    const { options } = createDataSource(config, createLog({ program: 'spec', level: 'silent' }));
    const { extra } = options as unknown as { extra: { Client: new () => Client } };
    const client = new extra.Client();
    expect(() => client.emit('error', new Error('terminating connection'))).not.toThrow();
  });
});
