import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  compareEditions,
  listChangeRequests,
  openRevertRequest,
  readCourse,
  readCurriculumHistory,
  readEdition,
  readEditionNode,
  readNodeHistory,
  returnEdition,
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
    code: `DT${courses}`,
  });
  work = new RequestWork(app, desk, small);
  editions = new EditionWork(app, desk, small, work);
});

async function words(editionId: string, slug: string): Promise<string> {
  const params = { editionId, nodeId: small.idOf(slug) };
  const { body } = await app.request(readEditionNode, { params, as: desk.trainer });
  return JSON.stringify(body.node.document);
}

async function changedIn(editionId: string): Promise<readonly string[]> {
  const act = { params: { editionId }, query: {}, as: desk.director };
  return (await app.request(compareEditions, act)).body.rows.map(({ nodeId }) => nodeId);
}

/** An erratum that names no edition, written but not merged. */
async function written(slug: string, text: string): Promise<string> {
  const { id } = (await editions.correct()).body;
  await work.rewrite(id, slug, text);
  await work.submit(id);
  await work.approve(id);
  return id;
}

const amended = () =>
  work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.').then((id) => work.merge(id));

/** A request that brings an edition's text back, whole or of one node, and is approved. */
async function reverted(editionId: string, nodeId: string | null): Promise<string> {
  const body = { nodeId, title: 'Đưa lại', reason: 'Rút chỗ sửa.' };
  const act = { params: { editionId }, body, as: desk.trainer };
  const { id } = (await app.request(openRevertRequest, act)).body;
  await work.submit(id);
  await work.approve(id);
  return id;
}

async function follows(id: string) {
  const act = { params: { courseId: small.course.id }, as: desk.trainer };
  const { requests } = (await app.request(listChangeRequests, act)).body;
  return requests.filter((request) => request.follows?.id === id);
}

describe('errata to the newest edition', () => {
  it('all stand on the main line until that holds other words, and are issued together', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const params = { courseId: small.course.id };
    const { correctable } = (await app.request(readCourse, { params, as: desk.trainer })).body;
    expect(correctable).toEqual([{ editionId: first.id, next: '1.1', apart: false }]);
    const detail = { params: { editionId: first.id }, as: desk.trainer };
    expect((await app.request(readEdition, detail)).body.correcting).toEqual({
      next: '1.1',
      waiting: true,
    });
    await editions.corrected(first.id, 'cd01-01', 'Trả lời trong sáu ngày.');
    const { edition } = (await editions.prepare('erratum', first.id)).body;
    expect(edition.label).toBe('1.1');
    expect([...(await changedIn(edition.id))].sort()).toEqual(
      [small.idOf('cd01-01'), small.idOf('cd01-02')].sort(),
    );
  });

  it('begun on the main line are merged where the others are, and come with the next erratum', async () => {
    const first = await editions.issued('2026-03-05');
    const begun = await written('cd01-02', 'Ghi rõ họ tên, nơi ở.');
    await amended();
    await editions.corrected(first.id, 'cd01-01', 'Trả lời trong sáu ngày.');
    expect((await editions.issued('2026-04-01', 'erratum')).label).toBe('1.1');
    expect((await work.merge(begun)).body).toMatchObject({
      ...{ state: 'merged', corrects: true },
      baseEdition: { label: '1.1' },
    });
    const { edition } = (await editions.prepare('erratum')).body;
    expect(edition.label).toBe('1.2');
    expect(await changedIn(edition.id)).toEqual([small.idOf('cd01-02')]);
    expect(await words(edition.id, 'cd01-01')).toContain('sáu ngày');
    expect(await words(edition.id, 'cd02-01')).toContain('mười bốn');
    expect(await follows(begun)).toMatchObject([{ state: 'draft', kind: 'amendment' }]);
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('need no named edition once the main line went on, though no other waits', async () => {
    await editions.issued('2026-03-05');
    const begun = await written('cd01-02', 'Ghi rõ họ tên, nơi ở.');
    await amended();
    await work.merge(begun);
    const erratum = await editions.issued('2026-04-01', 'erratum');
    expect(erratum.label).toBe('1.1');
    expect(await words(erratum.id, 'cd01-02')).toContain('nơi ở.');
    expect(await words(erratum.id, 'cd02-01')).toContain('mười bốn');
  });

  it('begun over a correction of the same words come after it when an amendment overtook both', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const begun = await written('cd01-02', 'Ghi rõ họ tên, nơi ở hiện nay.');
    await amended();
    const merged = await work.merge(begun);
    expect([merged.status, merged.body]).toEqual([
      200,
      expect.objectContaining({ state: 'merged', corrects: true }),
    ]);
    const erratum = await editions.issued('2026-04-01', 'erratum', first.id);
    expect([erratum.label, await changedIn(erratum.id)]).toEqual(['1.1', [small.idOf('cd01-02')]]);
    expect(await words(erratum.id, 'cd01-02')).toContain('nơi ở hiện nay');
    expect(await words(erratum.id, 'cd02-01')).not.toContain('trên máy');
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('are not laid over words that they were not written for', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const begun = await written('cd01-02', 'Ghi rõ họ tên, nơi ở hiện nay.');
    await work.merge(await reverted(first.id, null));
    await amended();
    const refused = await work.merge(begun);
    expect(refused.problem).toMatchObject({
      code: 'curriculum.base_moved',
      details: { nodes: [{ nodeId: small.idOf('cd01-02') }] },
    });
  });
});

describe('an amendment sealed while the correction of an older edition waits for the main line', () => {
  const told = async (editionId: string) => {
    const act = { params: { editionId }, as: desk.editor };
    const { checks } = (await app.request(readEdition, act)).body;
    return checks.filter(({ code }) => code === 'errata_carried_over');
  };

  it('is warned of it by number and title, and may be issued all the same', async () => {
    const first = await editions.issued('2026-03-05');
    await amended();
    const erratum = await editions.corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const [follow] = await follows(erratum);
    const { edition } = (await editions.prepare('amendment')).body;
    const { number } = await work.read(erratum);
    expect(await told(edition.id)).toEqual([
      {
        ...{ code: 'errata_carried_over', blocking: false, met: false, nodeId: null },
        params: {
          requestId: follow?.id,
          number: follow?.number,
          title: 'Sửa hạn',
          follows: number,
        },
      },
    ]);
    expect((await editions.issue(edition, '2026-04-01')).status).toBe(200);
  });

  it('is told that nothing waits once that is merged or given up, and no erratum is told of it', async () => {
    const first = await editions.issued('2026-03-05');
    await amended();
    const erratum = await editions.corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const correction = (await editions.prepare('erratum', first.id)).body.edition;
    expect(await told(correction.id)).toEqual([]);
    await editions.issue(correction, '2026-03-20');
    const [follow] = await follows(erratum);
    const requestId = follow?.id ?? '';
    await work.submit(requestId);
    await work.approve(requestId);
    expect((await work.merge(requestId)).status).toBe(200);
    const { edition } = (await editions.prepare('amendment')).body;
    expect(await told(edition.id)).toMatchObject([{ met: true, params: {} }]);
  });
});

describe('an amendment while corrections on the main line wait to be issued', () => {
  const told = async (id: string) =>
    (await work.read(id)).checks.filter(({ code }) => code === 'errata_first');
  const refused = (hindrance: 'sealed' | 'taken_in_part') => ({
    ...{ status: 409, code: 'change_request.errata_first' },
    details: { edition: '1.0', next: '1.1', hindrance },
  });

  it('keeps them on a line of their own, where they are issued whenever that is', async () => {
    const first = await editions.issued('2026-03-05');
    const amendment = await work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên.');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const begun = await written('cd01-01', 'Trả lời trong sáu ngày.');
    expect(await told(amendment)).toEqual([]);
    expect((await work.merge(amendment)).status).toBe(200);
    expect((await work.merge(begun)).status).toBe(200);
    const erratum = await editions.issued('2026-03-20', 'erratum', first.id);
    expect(erratum.label).toBe('1.1');
    expect([...(await changedIn(erratum.id))].sort()).toEqual(
      [small.idOf('cd01-01'), small.idOf('cd01-02')].sort(),
    );
    expect(await words(erratum.id, 'cd01-02')).toContain('Ghi rõ họ tên, nơi ở.');
    expect(await words(erratum.id, 'cd02-01')).not.toContain('trên máy');
    // In the history each correction happened once.
    const course = { courseId: small.course.id };
    const history = await app.request(readCurriculumHistory, { params: course, as: desk.trainer });
    const merged = history.body.entries.filter(({ what }) => what === 'merged');
    expect(merged.map(({ request }) => request?.number ?? 0).sort()).toEqual([0, 1, 2, 3, 4]);
    const params = { ...course, nodeId: small.idOf('cd01-02') };
    const { steps } = (await app.request(readNodeHistory, { params, as: desk.trainer })).body;
    expect(steps).toHaveLength(3);
    const second = await editions.issued('2026-04-01');
    expect(await words(second.id, 'cd01-02')).toContain('Ghi rõ họ tên, nơi ở.');
    expect(await words(second.id, 'cd02-01')).toContain('trên máy');
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('is told of a sealed erratum, refused until that is issued, and merged then', async () => {
    await editions.issued('2026-03-05');
    const amendment = await work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const sealed = (await editions.prepare('erratum')).body.edition;
    expect(await told(await written('cd01-01', 'Trả lời trong sáu ngày.'))).toEqual([]);
    expect(await told(amendment)).toEqual([
      {
        ...{ code: 'errata_first', blocking: false, met: false, nodeId: null },
        params: { edition: '1.0', next: '1.1', hindrance: 'sealed' },
      },
    ]);
    expect((await work.merge(amendment)).problem).toMatchObject(refused('sealed'));
    expect((await work.read(amendment)).state).toBe('approved');
    expect((await editions.issue(sealed, '2026-04-01')).body.edition.label).toBe('1.1');
    expect(await told(amendment)).toEqual([]);
    expect((await work.merge(amendment)).status).toBe(200);
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('takes back all of them or none, whichever way the sealed erratum went', async () => {
    const first = await editions.issued('2026-03-05');
    const amendment = await work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    await editions.corrected(undefined, 'cd01-01', 'Trả lời trong sáu ngày.');
    const sealed = (await editions.prepare('erratum')).body.edition;
    const params = { editionId: sealed.id };
    const back = { params, body: { reason: 'Sai căn cứ.' }, as: desk.director };
    expect((await app.request(returnEdition, back)).status).toBe(200);
    const half = await reverted(first.id, small.idOf('cd01-02'));
    expect(await told(half)).toMatchObject([{ params: { hindrance: 'taken_in_part' } }]);
    expect((await work.merge(half)).problem).toMatchObject(refused('taken_in_part'));
    const whole = await reverted(first.id, null);
    expect(await told(whole)).toEqual([]);
    expect((await work.merge(whole)).status).toBe(200);
    expect((await work.merge(amendment)).status).toBe(200);
    await editions.corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, chỗ ở.');
    const erratum = await editions.issued('2026-04-01', 'erratum', first.id);
    expect(erratum.label).toBe('1.1');
    expect(await changedIn(erratum.id)).toEqual([small.idOf('cd01-02')]);
  });

  it('waits for none that a sealed amendment holds, and for those merged after the last erratum', async () => {
    await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    await editions.issued('2026-04-01', 'erratum');
    const amendment = await work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.');
    await editions.corrected(undefined, 'cd01-01', 'Trả lời trong sáu ngày.');
    await editions.prepare('amendment');
    expect(await told(amendment)).toEqual([]);
    expect((await work.merge(amendment)).status).toBe(200);
  });
});
