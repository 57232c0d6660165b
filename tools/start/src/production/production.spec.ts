import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeSettings, settingNames } from './compose-settings.js';
import { readStages } from './dockerfile.js';

const file = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../${name}`, import.meta.url)), 'utf8');

describe('the Dockerfile', () => {
  const stages = readStages(file('Dockerfile'));

  it('has a stage for every service that docker-compose.yml builds', () => {
    const targets = [...file('docker-compose.yml').matchAll(/target: ([\w-]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(targets.sort()).toEqual(['api', 'first-code', 'migrate', 'web', 'worker']);
    for (const target of targets) expect(stages.get(target)?.command.length).toBeGreaterThan(0);
  });

  it('checks the health of everything that stays, and runs none of it as root', () => {
    for (const name of ['api', 'worker', 'web']) {
      expect(stages.get(name)?.healthCheck.length).toBeGreaterThan(1);
    }
    expect(file('Dockerfile')).toMatch(/AS program\n[^]*?USER node\n[^]*?AS migrate/);
    expect(file('Dockerfile')).toMatch(/AS web\n[^]*?USER 1000:1000\n/);
  });
});

describe('docker-compose.yml', () => {
  const around = {
    databaseUrl: 'postgres://app@db/cam_nang',
    redisUrl: 'redis://queue',
    publicUrl: 'https://localhost',
    app: '/app',
    data: '/data',
  };

  it('gives the programs settings that are all tried outside a container too', () => {
    const settings = composeSettings(file('docker-compose.yml'), around);
    expect(settings).toMatchObject({ NODE_ENV: 'production', REDIS_URL: 'redis://queue' });
    expect(Object.keys(settings)).toEqual(settingNames(file('docker-compose.yml')));
    expect(settings['KEY_REGISTER_SIGNING']).toMatch(/^k1:/);
  });

  it('is not trusted with a setting nobody tried', () => {
    const text = file('docker-compose.yml').replace('    HOST:', '    NEW_THING: x\n    HOST:');
    expect(() => composeSettings(text, around)).toThrow(/NEW_THING/);
  });

  it('takes every secret from the environment', () => {
    const secrets = file('docker-compose.yml')
      .split('\n')
      .filter((line) => /(PASSWORD|KEY_\w+|_URL):/.test(line) && !line.includes('${'));
    expect(secrets).toEqual([]);
  });

  it('gives every key that the programs ask for in production', () => {
    const list = /KEY_NAMES = \[([^\]]*)\]/.exec(
      file('libs/server/platform/src/keys/key-names.ts'),
    );
    const keys = [...(list?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map(
      (match) => `KEY_${(match[1] ?? '').toUpperCase().replaceAll('-', '_')}`,
    );
    const given = settingNames(file('docker-compose.yml')).filter((name) =>
      name.startsWith('KEY_'),
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(given.sort()).toEqual(keys.sort());
  });

  it('asks for nothing that the example does not explain', () => {
    const asked = [...file('docker-compose.yml').matchAll(/\$\{([A-Z_0-9]+):\?\}/g)].map(
      (match) => match[1] ?? '',
    );
    for (const name of asked)
      expect(file('deploy/example.env')).toMatch(new RegExp(`^${name}=`, 'm'));
  });
});
