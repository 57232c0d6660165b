import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes, type EndpointDescriptor } from '@cam-nang/contracts';
import { ROLES } from '@cam-nang/domain';
import { controllersOf, listEndpoints } from '@cam-nang/platform/http';
import { buildApp, testActor, type RawRequest, type Sender, type TestApp } from '@cam-nang/testing';
import { makeActor, makeSmallCountry } from '@cam-nang/identity/testing';
import type { Actor } from '@cam-nang/platform';
import { httpModules } from '../src/api.module.js';
import { fuzzedRequest } from '../testing/fuzzed-request.js';
import { Chance } from '../testing/random.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20261124);
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2_000);
const LONGEST_MS = 10_000;

const endpoints = listEndpoints(controllersOf(httpModules)).map(({ endpoint }) => endpoint);
const single = ROLES.map((role) => testActor(role));

/** Who sends a request: mostly the person with every role, sometimes a stranger. */
function senderOf(chance: Chance): Sender | undefined {
  if (chance.happens(0.7)) return everything;
  return single[chance.below(single.length + 2)];
}

let app: TestApp;
/** A person with every role gets past the guard; each role alone is often refused there. */
let everything: Actor;
let known: string[];

beforeAll(async () => {
  app = await buildApp({ modules: httpModules });
  const country = await makeSmallCountry(app);
  const unitId = country.country;
  const person = await makeActor(app, { fullName: 'Nguyễn Văn An', roles: [], unitId });
  everything = { ...person, roles: ROLES.map((role) => ({ role, unitId, courseId: null })) };
  known = [...Object.values(country), person.accountId, person.personId];
});
afterAll(() => app.close());

/** What is wrong with the answer to a request; undefined when nothing is. */
async function fault(
  endpoint: EndpointDescriptor,
  request: RawRequest,
): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LONGEST_MS, undefined);
  });
  const response = await Promise.race([app.raw(endpoint, request), late]).finally(() =>
    clearTimeout(timer),
  );
  if (response === undefined) return 'no answer in 10 s';
  if (response.status >= 500) return `${String(response.status)}: ${response.text.slice(0, 300)}`;
  // Plain pages outside of /api answer people, in words of their own.
  if (response.status < 400 || !endpoint.path.startsWith('/api/')) return undefined;
  const { code, correlationId } = response.problem;
  return errorCodes.includes(code) && correlationId !== '' ? undefined : `not a problem: ${code}`;
}

describe('hostile requests', () => {
  it(`get an answer that is never the server's fault (${String(REQUESTS)} of them)`, async () => {
    const chance = new Chance(SEED);
    const faults: string[] = [];
    const answered = new Set<string>();
    for (let n = 0; n < REQUESTS; n += 1) {
      const endpoint = endpoints[n % endpoints.length];
      if (endpoint === undefined) break;
      const sender = senderOf(chance);
      const request = fuzzedRequest({ chance, known }, endpoint);
      const signed = sender === undefined ? request : { ...request, as: sender };
      const found = await fault(endpoint, signed);
      if (found !== undefined) {
        faults.push(`${endpoint.id} (seed ${String(SEED)}, request ${String(n)}): ${found}`);
      }
      answered.add(endpoint.id);
    }
    expect(faults).toEqual([]);
    expect(answered.size).toBe(endpoints.length);
  }, 300_000);
});
