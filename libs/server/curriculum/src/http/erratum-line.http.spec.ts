import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  compareEditions,
  issueEdition,
  listChangeRequests,
  openChangeRequest,
  prepareEdition,
  readCourse,
  readCurriculumHistory,
  readEdition,
  readEditionNode,
  readNodeHistory,
  saveDraft,
  type InputOf,
} from '@cam-nang/contracts';
import { hanoiDate } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumFacade } from '../curriculum.facade.js';
import { CurriculumHttpModule } from '../http.js';
import { VerifyCurriculum } from '../integrity/verify-curriculum.js';
import { LineStore } from '../persistence/line-store.js';
import { currentLine, makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork, wireParagraphs } from '../testing/request-work.js';

const START = '2026-03-02T02:00:00Z';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;
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
    code: `DC${courses}`,
  });
  work = new RequestWork(app, desk, small);
});

const course = () => ({ courseId: small.course.id });

function prepare(kind: 'amendment' | 'erratum', editionId?: string) {
  const body = { kind, title: 'Ấn bản', ...(editionId !== undefined && { editionId }) };
  return app.request(prepareEdition, { params: course(), body, as: desk.editor });
}

function issue(
  edition: { id: string; manifestHash: string },
  effectiveFrom: string,
  as: Actor = desk.director,
) {
  const decisionNo = `${edition.id.slice(-6)}/QĐ-SNV`;
  const body = {
    manifestHash: edition.manifestHash,
    ...{ decisionNo, decisionTitle: 'Ban hành', confirmation: decisionNo },
    ...{ decisionDate: hanoiDate(app.clock.now()), effectiveFrom },
  };
  return app.request(issueEdition, { params: { editionId: edition.id }, body, as });
}

async function issued(
  effectiveFrom: string,
  kind: 'amendment' | 'erratum' = 'amendment',
  of?: string,
) {
  return (await issue((await prepare(kind, of)).body.edition, effectiveFrom)).body.edition;
}

/** 1.0 from 5 March, 2.0 from 1 April, which says something else in cd02-01; it is 2 April. */
async function twoEditions() {
  const first = await issued('2026-03-05');
  await work.merge(await work.approved('cd02-01', 'Chốt số liệu đến ngày mười.'));
  const second = await issued('2026-04-01');
  app.clock.set('2026-04-02T02:00:00Z');
  return { first, second };
}

function open(
  editionId: string,
  other: Partial<InputOf<typeof openChangeRequest>['body']> = {},
  as: Actor = desk.trainer,
) {
  const body = { title: 'Sửa hạn', reason: 'Viện dẫn sai.', kind: 'erratum' as const, editionId };
  return app.request(openChangeRequest, { params: course(), body: { ...body, ...other }, as });
}

async function corrected(editionId: string, slug: string, text: string): Promise<string> {
  const { id } = (await open(editionId)).body;
  await work.rewrite(id, slug, text);
  expect((await work.submit(id)).status).toBe(200);
  await work.approve(id);
  expect((await work.merge(id)).status).toBe(200);
  return id;
}

async function words(editionId: string, slug: string): Promise<string> {
  const params = { editionId, nodeId: small.idOf(slug) };
  const { body } = await app.request(readEditionNode, { params, as: desk.trainer });
  return JSON.stringify(body.node.document);
}

const detail = async (editionId: string, as: Actor = desk.trainer) =>
  (await app.request(readEdition, { params: { editionId }, as })).body;

async function correctable(as: Actor = desk.trainer) {
  return (await app.request(readCourse, { params: course(), as })).body.correctable;
}

async function requests() {
  return (await app.request(listChangeRequests, { params: course(), as: desk.trainer })).body
    .requests;
}

describe('an erratum to an older edition', () => {
  it('36. reaches its classes from its day; new ones open on the newer, and a request for the main line exists', async () => {
    const { first, second } = await twoEditions();
    const head = (await currentLine(app, small.course)).headSeq;
    const request = (await open(first.id)).body;
    expect(request).toMatchObject({
      ...{ kind: 'erratum', corrects: true, outdated: false, follows: null },
      baseEdition: { label: '1.0' },
    });
    const draft = await work.draft(request.id, 'cd02-01');
    expect(JSON.stringify(draft.node.document)).toContain('mười bốn');
    await work.rewrite(request.id, 'cd02-01', 'Chốt số liệu đến hết ngày mười lăm.');
    await work.submit(request.id);
    await work.approve(request.id);
    await work.merge(request.id);
    expect((await currentLine(app, small.course)).headSeq).toBe(head);
    expect((await detail(first.id)).correcting).toEqual({ next: '1.1', waiting: true });
    const erratum = await issued('2026-04-10', 'erratum', first.id);
    expect(erratum).toMatchObject({ label: '1.1', forceFrom: null, appliesFrom: '2026-04-10' });
    expect(await words(erratum.id, 'cd02-01')).toContain('mười lăm');
    expect(await words(second.id, 'cd02-01')).toContain('ngày mười.');
    const facade = app.get(CurriculumFacade);
    const level = async (day: string) =>
      (await facade.editionsApplying([first.id], { day, until: null })).get(first.id)?.label;
    expect([await level('2026-04-09'), await level('2026-04-10')]).toEqual(['1.0', '1.1']);
    expect((await facade.editionInForce(small.course.id, '2026-04-10'))?.id).toBe(second.id);
    const [follow] = (await requests()).filter(({ follows }) => follows !== null);
    expect(follow).toMatchObject({
      ...{ title: 'Sửa hạn', state: 'draft', outdated: true, corrects: false },
      follows: { id: request.id, number: request.number },
    });
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('carries nothing of what was merged since, and says why each word changed', async () => {
    const { first } = await twoEditions();
    await corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const { edition } = (await prepare('erratum', first.id)).body;
    const params = { editionId: edition.id };
    const { rows } = (await app.request(compareEditions, { params, query: {}, as: desk.director }))
      .body;
    expect(rows.map(({ nodeId, change }) => [nodeId, change])).toEqual([
      [small.idOf('cd01-02'), 'changed'],
    ]);
    const { history } = await detail(edition.id);
    expect(history.requests.map(({ title }) => title)).toEqual(['Sửa hạn']);
    const author = { ...desk.director, accountId: desk.trainer.accountId };
    expect((await issue(edition, '2026-04-10', author)).problem.code).toBe(
      'permission.same_person',
    );
  });

  it('is followed on the main line by the same engine, and the next edition has both', async () => {
    const { first } = await twoEditions();
    await corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const [follow] = (await requests()).filter(({ follows }) => follows !== null);
    const id = follow?.id ?? '';
    expect((await work.submit(id)).status).toBe(200);
    const own = await work.approve(id, { ...desk.reviewer, accountId: desk.trainer.accountId });
    expect(own.problem.code).toBe('permission.same_person');
    await work.approve(id);
    expect((await work.merge(id)).status).toBe(200);
    const third = await issued('2026-06-01');
    expect(third.label).toBe('3.0');
    expect(await words(third.id, 'cd01-02')).toContain('Ghi rõ họ tên, nơi ở.');
    expect(await words(third.id, 'cd02-01')).toContain('ngày mười.');
  });

  it('goes on from the erratum before it, on one line however many ask at once', async () => {
    const { first } = await twoEditions();
    const opened = await Promise.all([open(first.id), open(first.id), open(first.id)]);
    expect(opened.map(({ status }) => status)).toEqual([201, 201, 201]);
    const lines = await app.get(LineStore).ofCurriculum(small.course.curriculumId);
    expect(lines.map(({ kind }) => kind)).toEqual(['main', 'maintenance']);
    await corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const one = await issued('2026-04-10', 'erratum', first.id);
    expect((await open(first.id)).problem).toMatchObject({
      code: 'edition.wrong_state',
      details: { reason: 'not_latest_of_major' },
    });
    expect((await detail(first.id)).correcting).toBeNull();
    expect((await detail(one.id)).correcting).toEqual({ next: '1.2', waiting: false });
    expect((await prepare('erratum', one.id)).problem.code).toBe('curriculum.nothing_changed');
    await corrected(one.id, 'cd01-01', 'Trả lời trong sáu ngày.');
    const two = await issued('2026-05-10', 'erratum', one.id);
    expect(two.label).toBe('1.2');
    expect(await words(two.id, 'cd01-02')).toContain('Ghi rõ họ tên, nơi ở.');
    const { history } = await detail(two.id);
    expect(history.requests).toHaveLength(1);
  });

  it('to what is in force is in force until the next edition begins', async () => {
    await twoEditions();
    await work.merge(await work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.'));
    const third = await issued('2026-09-01');
    const second = await app.get(CurriculumFacade).editionInForce(small.course.id, '2026-05-01');
    await corrected(second?.id ?? '', 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const erratum = await issued('2026-05-10', 'erratum', second?.id);
    expect(erratum).toMatchObject({
      ...{ label: '2.1', forceFrom: '2026-05-10', forceTo: '2026-09-01' },
    });
    expect(await words(erratum.id, 'cd02-01')).toContain('ngày mười.');
    expect(await correctable()).toEqual([
      { editionId: third.id, next: '3.1', apart: false },
      { editionId: erratum.id, next: '2.2', apart: true },
      expect.objectContaining({ next: '1.1', apart: true }),
    ]);
    const on = async (day: string) =>
      (await app.get(CurriculumFacade).editionInForce(small.course.id, day))?.label;
    expect([await on('2026-05-09'), await on('2026-05-10'), await on('2026-09-01')]).toEqual([
      '2.0',
      '2.1',
      third.label,
    ]);
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('is offered where it can be, apart from the main line once that holds other text', async () => {
    const { first, second } = await twoEditions();
    const older = { editionId: first.id, next: '1.1', apart: true };
    const newest = { editionId: second.id, next: '2.1' };
    expect(await correctable()).toEqual([{ ...newest, apart: false }, older]);
    await work.merge(await work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.'));
    expect(await correctable()).toEqual([{ ...newest, apart: true }, older]);
    expect(await correctable(desk.director)).toEqual([]);
  });

  it('is joined by those that name no edition, once the main line holds other words', async () => {
    const { second } = await twoEditions();
    const asked = { title: 'Sửa nữa', reason: 'Viện dẫn sai.', kind: 'erratum' as const };
    const unnamed = async () =>
      (await app.request(openChangeRequest, { params: course(), body: asked, as: desk.trainer }))
        .body;
    expect((await open(second.id)).body.corrects).toBe(false);
    expect((await unnamed()).corrects).toBe(false);
    await work.merge(await work.approved('cd02-01', 'Chốt số liệu trên máy mỗi ngày.'));
    await corrected(second.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    expect(await unnamed()).toMatchObject({ corrects: true, baseEdition: { label: '2.0' } });
    const erratum = await issued('2026-04-10', 'erratum');
    expect(erratum.label).toBe('2.1');
    expect(await words(erratum.id, 'cd01-02')).toContain('Ghi rõ họ tên, nơi ở.');
    expect(await unnamed()).toMatchObject({ corrects: true, baseEdition: { label: '2.1' } });
  });

  it('stands in the history of the course and of the lesson, the fork does not', async () => {
    const { first } = await twoEditions();
    await corrected(first.id, 'cd02-01', 'Chốt số liệu đến hết ngày mười lăm.');
    await issued('2026-04-10', 'erratum', first.id);
    const { entries } = (
      await app.request(readCurriculumHistory, { params: course(), as: desk.trainer })
    ).body;
    expect(entries.filter(({ what }) => what === 'merged')).toHaveLength(3);
    const params = { ...course(), nodeId: small.idOf('cd02-01') };
    const { steps } = (await app.request(readNodeHistory, { params, as: desk.trainer })).body;
    expect(steps.map(({ edition }) => edition?.label)).toEqual(['1.0', '2.0', '1.1']);
    expect(steps.map(({ before }) => before)).toEqual([null, 0, 0]);
    expect(JSON.stringify(steps[2]?.diff)).toContain('bốn');
  });

  it('leaves a node the name that it has in what is being worked on', async () => {
    const { first } = await twoEditions();
    const { id } = (await open(first.id)).body;
    const { nodeId, version, hash, node } = await work.draft(id, 'cd02-01');
    const document = wireParagraphs('cd02-01', 'Chốt số liệu đến hết ngày mười lăm.');
    const text = { title: 'Viết báo cáo tháng', meta: node.meta, document };
    const body = { baseVersion: version, baseHash: hash, ...text };
    const draft = { params: { requestId: id, nodeId }, body, as: desk.trainer };
    expect((await app.request(saveDraft, draft)).status).toBe(200);
    await work.submit(id);
    await work.approve(id);
    expect((await work.merge(id)).status).toBe(200);
    const params = { ...course(), nodeId };
    const { body: told } = await app.request(readNodeHistory, { params, as: desk.trainer });
    expect(told.steps).toHaveLength(3);
    expect(told.title).toBe('Viết báo cáo');
  });

  it('is refused as an amendment, of a candidate, of another course, and to strangers', async () => {
    const { first } = await twoEditions();
    expect((await open(first.id, { kind: 'amendment' })).problem).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'kind' }],
    });
    expect((await open(desk.trainer.accountId)).status).toBe(404);
    expect((await open(first.id, {}, desk.strangerTrainer)).status).toBe(404);
    expect((await prepare('erratum', desk.trainer.accountId)).status).toBe(404);
    expect((await prepare('amendment', first.id)).problem.code).toBe('request.invalid');
  });
});
