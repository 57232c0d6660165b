import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { addressBucket, Database, RateLimiter } from '@cam-nang/platform';

let app: TestApp;
let limiter: RateLimiter;

beforeAll(async () => {
  app = await buildApp({ modules: [] });
  limiter = app.get(RateLimiter);
});
afterAll(() => app.close());

const three = { limit: 3, windowSeconds: 60 };

async function use(bucket: string, times: number): Promise<string[]> {
  const outcomes: string[] = [];
  for (let n = 0; n < times; n += 1) {
    await limiter.hit(bucket, three).then(
      () => outcomes.push('ok'),
      (error: { code: string }) => outcomes.push(error.code),
    );
  }
  return outcomes;
}

describe('RateLimiter', () => {
  it('lets the limit through and no more, and says how long to wait', async () => {
    expect(await use('a', 4)).toEqual(['ok', 'ok', 'ok', 'request.too_many']);
    app.clock.advance(20_000);
    await expect(limiter.hit('a', three)).rejects.toMatchObject({
      details: { retryAfterSeconds: 40 },
    });
  });

  it('starts anew in the next window, and keeps buckets apart', async () => {
    app.clock.advance(60_000);
    expect(await use('a', 1)).toEqual(['ok']);
    expect(await use('b', 3)).toEqual(['ok', 'ok', 'ok']);
  });

  it('loses no use when several come at once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => use('c', 1)));
    expect(all.flat().filter((outcome) => outcome === 'ok')).toHaveLength(3);
  });

  it('counts also when the transaction around it is rolled back', async () => {
    for (let n = 0; n < 3; n += 1) {
      const failing = app.get(Database).run(async () => {
        await limiter.hit('d', three);
        throw new Error('wrong password');
      });
      await expect(failing).rejects.toThrow('wrong password');
    }
    expect(await use('d', 1)).toEqual(['request.too_many']);
  });

  it('forgives after a success', async () => {
    await use('e', 3);
    await limiter.forgive('e', three);
    expect(await use('e', 1)).toEqual(['ok']);
  });
});

describe('addressBucket', () => {
  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s → %s', (address, bucket) => {
    expect(addressBucket(address)).toBe(bucket);
  });
});
