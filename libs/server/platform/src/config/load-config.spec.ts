import { describe, expect, it } from '@jest/globals';
import { ConfigError, isSecure, loadConfig } from './load-config.js';

const least = { DATABASE_URL: 'postgres://app@127.0.0.1/cam_nang' };

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('fills in defaults from the least environment', () => {
    const config = loadConfig(least);
    expect(config).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, NODE_ENV: 'development' });
    expect(config.REDIS_URL).toBeUndefined();
  });

  it('counts an empty variable as absent', () => {
    expect(loadConfig({ ...least, PORT: '', REDIS_URL: '' }).PORT).toBe(3000);
  });

  it('lists every wrong variable by name and repeats no value', () => {
    const problems = problemsOf({ PORT: 'geheim', LOG_LEVEL: 'geheim' });
    expect(problems.map((line) => line.split(':')[0])).toEqual([
      'LOG_LEVEL',
      'PORT',
      'DATABASE_URL',
    ]);
    expect(problems.join()).not.toContain('geheim');
  });

  it('wants the whole object store or none of it', () => {
    expect(problemsOf({ ...least, S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'files' })).toEqual(
      [
        'S3_ACCESS_KEY_ID: needed with S3_ENDPOINT',
        'S3_SECRET_ACCESS_KEY: needed with S3_ENDPOINT',
      ],
    );
  });

  it('refuses the demonstration in production', () => {
    expect(problemsOf({ ...least, NODE_ENV: 'production', SEED: 'demo' })).toHaveLength(1);
  });

  it('cuts the trailing slash of the public address and reads its scheme', () => {
    const config = loadConfig({ ...least, PUBLIC_URL: 'https://hoc.example.vn/' });
    expect(config.PUBLIC_URL).toBe('https://hoc.example.vn');
    expect(isSecure(config)).toBe(true);
  });
});
