import { beforeEach, describe, expect, it } from '@jest/globals';
import { keepBlocks, keptBlocks, keptReadings } from './kept-progress.js';
import { sendKeptProgress } from './send-progress.js';
import { fakeStorage, json } from './testing/fake-browser.js';

const place = { accountId: 'a', enrolmentId: 'e', nodeId: 'n', revisionId: 'r' };
const bodies: unknown[] = [];
let answer: () => Response | Error;

beforeEach(() => {
  bodies.length = 0;
  Object.defineProperty(globalThis, 'localStorage', { value: fakeStorage(), configurable: true });
  Object.defineProperty(globalThis, 'sessionStorage', { value: fakeStorage(), configurable: true });
  Object.assign(globalThis, {
    location: { origin: 'http://here' },
    navigator: { onLine: false },
    fetch: async (request: Request) => {
      bodies.push([new URL(request.url).pathname, await request.json()]);
      const made = answer();
      if (made instanceof Error) throw made;
      return made;
    },
  });
});

describe('progress of a lesson that was left', () => {
  it('is sent from any page, and forgotten once the office has it', async () => {
    keepBlocks(place, ['b1', 'b2']);
    keepBlocks({ ...place, accountId: 'other' }, ['b3']);
    answer = () => json(200, {});
    await sendKeptProgress('a');
    const body = { revisionId: 'r', blocksRead: ['b1', 'b2'], lastBlockId: null, seconds: 0 };
    expect(bodies).toEqual([['/api/study/enrolments/e/lessons/n/progress', body]]);
    expect(keptReadings('a')).toEqual([]);
    expect(keptReadings('other')).toHaveLength(1);
  });

  it('keeps what was read while it was on its way', async () => {
    keepBlocks(place, ['b1']);
    answer = () => {
      keepBlocks(place, ['b1', 'b2']);
      return json(200, {});
    };
    await sendKeptProgress('a');
    expect(keptBlocks(place)).toEqual(['b2']);
  });

  it('stays here while no answer comes or the server is busy, not when it is refused', async () => {
    keepBlocks(place, ['b1']);
    for (const passing of [() => new Error('lost'), () => json(503, {}), () => json(401, {})]) {
      answer = passing;
      await sendKeptProgress('a');
      expect(keptBlocks(place)).toEqual(['b1']);
    }
    answer = () => json(409, { code: 'enrolment.not_active' });
    await sendKeptProgress('a');
    expect(keptReadings('a')).toEqual([]);
  });
});
