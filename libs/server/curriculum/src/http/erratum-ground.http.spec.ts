import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  compareEditions,
  decideConflict,
  openRevertRequest,
  readChangeRequest,
  readChangesSince,
  readConflicts,
  readEditionNode,
  takeOverHead,
  type ResponseOf,
} from '@cam-nang/contracts';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { VerifyCurriculum } from '../integrity/verify-curriculum.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { EditionWork } from '../testing/edition-work.js';
import { RequestWork } from '../testing/request-work.js';

const START = '2026-03-02T02:00:00Z';

type ChangeRequest = ResponseOf<typeof readChangeRequest>;

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
    code: `ND${courses}`,
  });
  work = new RequestWork(app, desk, small);
  editions = new EditionWork(app, desk, small, work);
});

/** An erratum to the newest edition, written and approved. */
async function approved(slug: string, text: string): Promise<string> {
  const { id } = (await editions.correct()).body;
  await work.rewrite(id, slug, text);
  await work.submit(id);
  await work.approve(id);
  return id;
}

async function takenBack(editionId: string): Promise<void> {
  const body = { nodeId: null, title: 'Đưa lại', reason: 'Rút chỗ sửa.' };
  const act = { params: { editionId }, body, as: desk.trainer };
  const { id } = (await app.request(openRevertRequest, act)).body;
  await work.submit(id);
  await work.approve(id);
  expect((await work.merge(id)).status).toBe(200);
}

const conflictsOf = async (requestId: string) =>
  (await app.request(readConflicts, { params: { requestId }, as: desk.trainer })).body;

/** Chooses the request's side of every conflict, and brings it to the ground where it belongs. */
async function broughtUp(requestId: string) {
  const params = { requestId };
  for (const { id: conflictId, triple } of (await conflictsOf(requestId)).conflicts) {
    const body = { conflictId, triple, decision: { choice: 'theirs' as const } };
    await app.request(decideConflict, { params, body, as: desk.trainer });
  }
  app.clock.advance(60_000);
  return app.request(takeOverHead, { params, as: desk.trainer });
}

async function words(editionId: string, slug: string): Promise<string> {
  const params = { editionId, nodeId: small.idOf(slug) };
  const { body } = await app.request(readEditionNode, { params, as: desk.trainer });
  return JSON.stringify(body.node.document);
}

async function changedIn(editionId: string): Promise<readonly string[]> {
  const act = { params: { editionId }, query: {}, as: desk.director };
  return (await app.request(compareEditions, act)).body.rows.map(({ nodeId }) => nodeId);
}

/** The verdict fell, its reviewer is told why, and gives another. */
async function judgedAnew(moved: ChangeRequest, requestId: string): Promise<void> {
  const [review] = moved.reviews;
  expect([moved.state, review?.current, moved.approvals.given]).toEqual(['in_review', false, 0]);
  const params = { requestId, overlayHash: review?.overlayHash ?? '' };
  const since = (await app.request(readChangesSince, { params, as: desk.reviewer })).body;
  expect([since.regrounded, since.complete]).toEqual([true, true]);
  expect((await work.merge(requestId)).problem.code).toBe('change_request.wrong_state');
  await work.approve(requestId);
}

const read = async (requestId: string) =>
  (await app.request(readChangeRequest, { params: { requestId }, as: desk.trainer })).body;

describe('an approved erratum whose line is another by now', () => {
  it('is brought to the line of the edition, loses its verdict where its words change, and is issued', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const erratum = await approved('cd01-02', 'Ghi rõ họ tên, nơi ở hiện nay.');
    expect(await read(erratum)).toMatchObject({ movesTo: null, outdated: false });
    await takenBack(first.id);
    expect(await read(erratum)).toMatchObject({ movesTo: '1.0', outdated: true });
    expect((await work.merge(erratum)).problem.code).toBe('curriculum.base_moved');
    const found = await conflictsOf(erratum);
    expect(found).toMatchObject({ movesTo: '1.0', outdated: true, allowed: { decide: true } });
    expect([found.open, found.settled]).toEqual([0, 1]);
    const moved = (await broughtUp(erratum)).body;
    expect(moved).toMatchObject({
      ...{ kind: 'erratum', corrects: true, movesTo: null, outdated: false },
      baseEdition: { label: '1.0' },
    });
    await judgedAnew(moved, erratum);
    expect((await work.merge(erratum)).status).toBe(200);
    const sealed = await editions.issued('2026-04-01', 'erratum', first.id);
    expect(sealed.label).toBe('1.1');
    expect(await changedIn(sealed.id)).toEqual([small.idOf('cd01-02')]);
    expect(await words(sealed.id, 'cd01-02')).toContain('hiện nay');
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('comes to what stands after a withdrawal, without the words that were withdrawn', async () => {
    const first = await editions.issued('2026-03-05');
    await work.merge(await work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.'));
    await work.merge(await work.approved('cd01-02', 'Ghi rõ họ tên và số giấy tờ.'));
    const second = await editions.issued('2026-03-20');
    const erratum = await approved('cd01-02', 'Ghi rõ họ tên và số giấy tờ tùy thân.');
    const { reviews } = await read(erratum);
    expect(reviews).toMatchObject([{ current: true }]);
    await editions.withdraw(second.id, '2026-03-25', first.id);
    expect(await read(erratum)).toMatchObject({ movesTo: '1.0', outdated: true });
    expect((await work.merge(erratum)).problem.code).toBe('curriculum.base_moved');
    const moved = (await broughtUp(erratum)).body;
    expect(moved).toMatchObject({ corrects: true, baseEdition: { label: '1.0' } });
    expect(moved.changes).toMatchObject({ added: 0, removed: 0, changed: 1 });
    await judgedAnew(moved, erratum);
    expect((await work.merge(erratum)).status).toBe(200);
    const sealed = await editions.issued('2026-04-01', 'erratum', first.id);
    expect(await changedIn(sealed.id)).toEqual([small.idOf('cd01-02')]);
    expect(await words(sealed.id, 'cd02-01')).toContain('mười bốn');
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('stands where the edition says what it was written on, and is not brought to other words', async () => {
    await editions.issued('2026-03-05');
    const erratum = await approved('cd01-02', 'Ghi rõ họ tên, nơi ở.');
    await work.merge(await work.approved('cd01-02', 'Ghi rõ họ tên và số giấy tờ.'));
    expect(await read(erratum)).toMatchObject({ movesTo: '1.0', outdated: false });
    const params = { requestId: erratum };
    const taken = (await app.request(takeOverHead, { params, as: desk.trainer })).body;
    expect(taken).toMatchObject({ state: 'approved', corrects: true, movesTo: null });
    expect((await work.merge(erratum)).body).toMatchObject({ state: 'merged', corrects: true });
  });
});
