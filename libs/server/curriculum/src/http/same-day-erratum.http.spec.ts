import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumFacade } from '../curriculum.facade.js';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { EditionWork } from '../testing/edition-work.js';
import { RequestWork } from '../testing/request-work.js';

const START = '2026-03-02T02:00:00Z';
const DAY = '2026-03-20';
const MORNING = new Date('2026-03-20T02:00:00Z');
const NOON = '2026-03-20T05:00:00Z';
const EVENING = new Date('2026-03-20T11:00:00Z');

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;
let editions: EditionWork;
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule], clock: new FakeClock(START) });
  desk = await makeDesk(app);
}, 60_000);
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set(START);
  courses += 1;
  small = await makeSmallCourse(app, {
    ownerUnitId: desk.places.province,
    authorId: desk.otherTrainer.accountId,
    code: `CN${courses}`,
  });
  work = new RequestWork(app, desk, small);
  editions = new EditionWork(app, desk, small, work);
});

async function level(editionId: string, day: string, until: Date | null) {
  const levels = await app.get(CurriculumFacade).editionsApplying([editionId], { day, until });
  return levels.get(editionId)?.label;
}

describe('what a cohort goes by that was closed on the day on which an erratum takes effect', () => {
  it('is the erratum when it was issued before the closing, and not when it came after', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    app.clock.set(NOON);
    expect((await editions.issued(DAY, 'erratum')).label).toBe('1.1');
    expect(await level(first.id, DAY, MORNING)).toBe('1.0');
    expect(await level(first.id, DAY, new Date(NOON))).toBe('1.1');
    expect(await level(first.id, DAY, EVENING)).toBe('1.1');
    expect(await level(first.id, DAY, null)).toBe('1.1');
  });

  it('is the erratum that was announced before for that day', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    await editions.issued(DAY, 'erratum');
    expect(await level(first.id, DAY, MORNING)).toBe('1.1');
  });

  it('still is the erratum when that is withdrawn later on the day', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const erratum = await editions.issued('2026-03-10', 'erratum');
    app.clock.set(NOON);
    await editions.withdraw(erratum.id, DAY, first.id);
    expect(await level(first.id, DAY, MORNING)).toBe('1.1');
    expect(await level(first.id, DAY, EVENING)).toBe('1.0');
    expect(await level(first.id, DAY, null)).toBe('1.0');
    expect(await level(first.id, '2026-03-21', new Date('2026-03-21T01:00:00Z'))).toBe('1.0');
  });
});
