import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  issueEdition,
  listCourses,
  prepareEdition,
  readCourse,
  readEdition,
  readEditionNode,
  readHandbook,
  readHandbookLesson,
  readOutline,
  returnEdition,
} from '@cam-nang/contracts';
import { hanoiDate } from '@cam-nang/domain';
import { Database, type Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { CurriculumFacade } from '../curriculum.facade.js';
import { makeSmallCourse, currentLine, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';
import { paragraphs } from '../testing/small-course.js';
import { ImportTree } from '../use-cases/import-tree.js';

const START = '2026-03-02T02:00:00Z';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
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
    authorId: desk.trainer.accountId,
    code: `SC${courses}`,
  });
});

async function prepare(kind: 'amendment' | 'erratum' = 'amendment', as: Actor = desk.editor) {
  return app.request(prepareEdition, {
    params: { courseId: small.course.id },
    body: { kind, title: 'Ấn bản' },
    as,
  });
}

interface Signing {
  readonly number?: string;
  readonly signedOn?: string;
  readonly from?: string;
  readonly manifestHash?: string;
  readonly confirmation?: string;
  readonly as?: Actor;
}

async function issue(edition: { id: string; manifestHash: string }, signing: Signing = {}) {
  const decisionNo = signing.number ?? `${edition.id.slice(-6)}/QĐ-SNV`;
  return app.request(issueEdition, {
    params: { editionId: edition.id },
    body: {
      manifestHash: signing.manifestHash ?? edition.manifestHash,
      decisionNo,
      decisionDate: signing.signedOn ?? hanoiDate(app.clock.now()),
      decisionTitle: 'Ban hành',
      effectiveFrom: signing.from ?? '2026-04-01',
      confirmation: signing.confirmation ?? decisionNo,
    },
    as: signing.as ?? desk.director,
  });
}

/** The next commit: one lesson says something else. */
async function change(slug: string, text: string, addedPeriods = 0): Promise<void> {
  const nodes = small.nodes.map((node) => {
    const { content } = node;
    if (node.nodeId === small.idOf('cd02') && content.kind === 'module' && addedPeriods > 0) {
      const hours = { ...content.meta.hours, practice: content.meta.hours.practice + addedPeriods };
      return { ...node, content: { ...content, meta: { ...content.meta, hours } } };
    }
    if (node.nodeId !== small.idOf(slug) || content.kind !== 'lesson') return node;
    return { ...node, content: { ...content, doc: paragraphs(slug, text) } };
  });
  await app.get(ImportTree).run({
    line: await currentLine(app, small.course),
    nodes,
    kind: 'merge',
    message: text,
    author: { id: desk.trainer.accountId, label: 'Quách Thị Hằng' },
    reasons: new Map([[small.idOf(slug), { reason: 'Các xã góp ý.', proposedBy: 'Xã Mường Bi' }]]),
  });
}

async function issued(kind: 'amendment' | 'erratum' = 'amendment', from = '2026-04-01') {
  const { edition } = (await prepare(kind)).body;
  return (await issue(edition, { from })).body.edition;
}

describe('the first edition', () => {
  it('is prepared, signed by another, and in force from its day', async () => {
    const { edition, allowed } = (await prepare()).body;
    expect(edition).toMatchObject({
      label: '1.0',
      kind: 'first',
      state: 'candidate',
      manifestHash: small.manifestHash,
      preparedBy: 'Đinh Thu Hòa',
    });
    expect(allowed).toMatchObject({ issue: false, whyNot: 'permission.denied' });
    const signed = (await issue(edition)).body.edition;
    expect(signed).toMatchObject({
      state: 'scheduled',
      signer: 'Hà Quang Tiến',
      forceFrom: '2026-04-01',
      forceTo: null,
    });
    const facade = app.get(CurriculumFacade);
    expect(await facade.editionInForce(small.course.id, '2026-03-31')).toBeNull();
    expect((await facade.editionInForce(small.course.id, '2026-04-01'))?.id).toBe(edition.id);
    app.clock.set('2026-03-31T16:59:59Z');
    expect((await course(desk.trainer)).course.inForce).toBeNull();
    app.clock.set('2026-03-31T17:00:00Z');
    expect((await course(desk.trainer)).course.inForce?.label).toBe('1.0');
  });

  it('tells the world once, in the same transaction', async () => {
    const edition = await issued();
    const rows = await app
      .get(Database)
      .query<{ payload: unknown }>(
        `select payload from outbox where topic = 'curriculum.edition-issued' and payload->>'editionId' = $1`,
        [edition.id],
      );
    expect(rows.map((row) => row.payload)).toMatchObject([{ effectiveFrom: '2026-04-01' }]);
  });

  async function course(as: Actor) {
    return (await app.request(readCourse, { params: { courseId: small.course.id }, as })).body;
  }
});

describe('signing', () => {
  it.each<[string, Signing, number, string]>([
    ['a wrong confirmation', { confirmation: '1/QĐ' }, 400, 'request.invalid'],
    ['another manifest', { manifestHash: 'a'.repeat(64) }, 409, 'edition.manifest_changed'],
    ['a day that is over', { from: '2026-03-01' }, 409, 'edition.date_in_past'],
  ])('refuses %s', async (_name, signing, status, code) => {
    const { edition } = (await prepare()).body;
    const answer = await issue(edition, signing);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
  });

  it('refuses everybody who had a part, and strangers, and who is not fresh', async () => {
    const { edition } = (await prepare()).body;
    const both = { ...desk.director, accountId: desk.editor.accountId };
    expect((await issue(edition, { as: both })).problem.code).toBe('permission.same_person');
    const author = { ...desk.director, accountId: desk.trainer.accountId };
    expect((await issue(edition, { as: author })).problem.code).toBe('permission.same_person');
    expect((await issue(edition, { as: desk.strangerDirector })).status).toBe(404);
    expect((await issue(edition, { as: desk.administrator })).status).toBe(403);
    const tired = { ...desk.director, freshUntil: null };
    expect((await issue(edition, { as: tired })).problem.code).toBe(
      'session.fresh_authentication_required',
    );
    expect((await issue(edition)).status).toBe(200);
  });

  it('refuses a decision that another edition bears', async () => {
    const { edition } = (await prepare()).body;
    await issue(edition, { number: '77/QĐ-SNV' });
    await change('cd02-01', 'Chốt số liệu sớm hơn một ngày.');
    const next = (await prepare()).body.edition;
    const answer = await issue(next, { number: '77/QĐ-SNV', from: '2026-06-01' });
    expect(answer.problem.code).toBe('edition.decision_taken');
  });

  it('takes the number of a decision again in another year, not on another day', async () => {
    const { edition } = (await prepare()).body;
    await issue(edition, { number: '78/QĐ-SNV' });
    await change('cd02-01', 'Chốt số liệu sớm hơn một ngày.');
    const next = (await prepare()).body.edition;
    app.clock.set('2026-12-30T02:00:00Z');
    const late = { number: '78/QĐ-SNV', from: '2027-02-01' };
    expect((await issue(next, late)).problem.code).toBe('edition.decision_taken');
    app.clock.set('2027-01-04T02:00:00Z');
    expect((await issue(next, late)).status).toBe(200);
  });

  it('takes a number that another office has come to, too', async () => {
    const { edition } = (await prepare()).body;
    expect((await issue(edition, { number: '79/QĐ-UBND' })).status).toBe(200);
    courses += 1;
    small = await makeSmallCourse(app, {
      ownerUnitId: desk.places.otherProvince,
      code: `SC${courses}`,
    });
    const theirs = (await prepare('amendment', desk.strangerEditor)).body.edition;
    app.clock.advance(86_400_000);
    const as = { ...desk.strangerDirector, freshUntil: new Date('2027-01-01T00:00:00Z') };
    expect((await issue(theirs, { number: '79/QĐ-UBND', as })).status).toBe(200);
  });

  it('is signed on no day before it was sealed', async () => {
    const { edition } = (await prepare()).body;
    const answer = await issue(edition, { signedOn: '2026-03-01' });
    expect(answer.problem.errors).toMatchObject([{ path: 'decisionDate', code: 'before_sealed' }]);
  });

  it('issues once, however often and by whomever it is asked for', async () => {
    const { edition } = (await prepare()).body;
    const answers = await Promise.all([issue(edition), issue(edition), issue(edition)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('may be refused with an opinion; the next candidate takes the number', async () => {
    const { edition } = (await prepare()).body;
    const returned = await app.request(returnEdition, {
      params: { editionId: edition.id },
      body: { reason: 'Thiếu phụ lục.' },
      as: desk.director,
    });
    expect(returned.body.edition.state).toBe('returned');
    expect(returned.body.history.returned).toEqual({
      at: '2026-03-02T02:00:00.000Z',
      by: 'Hà Quang Tiến',
      reason: 'Thiếu phụ lục.',
    });
    expect((await issue(edition)).problem.code).toBe('edition.wrong_state');
    expect((await prepare()).body.edition.label).toBe('1.0');
  });
});

describe('the next editions', () => {
  it('an amendment takes over on its day and leaves running cohorts on theirs', async () => {
    const first = await issued();
    await change('cd02-01', 'Chốt số liệu đến hết ngày hai mươi, gửi qua hệ thống.');
    const second = await issued('amendment', '2026-07-01');
    expect(second).toMatchObject({ label: '2.0', kind: 'amendment', forceFrom: '2026-07-01' });
    const { editions } = (
      await app.request(readCourse, { params: { courseId: small.course.id }, as: desk.editor })
    ).body;
    const old = editions.find((edition) => edition.id === first.id);
    expect(old).toMatchObject({ forceTo: '2026-07-01', appliesTo: null });
    const facade = app.get(CurriculumFacade);
    expect((await facade.editionInForce(small.course.id, '2026-06-30'))?.label).toBe('1.0');
    expect((await facade.editionInForce(small.course.id, '2026-07-01'))?.label).toBe('2.0');
    const level = await facade.editionsApplying([first.id], { day: '2026-08-01', until: null });
    expect(level.get(first.id)?.label).toBe('1.0');
  });

  it('an erratum reaches the cohorts of its major from its day', async () => {
    const first = await issued();
    await change('cd01-01', 'Trả lời trong bảy ngày.');
    const second = await issued('erratum', '2026-05-01');
    expect(second).toMatchObject({ label: '1.1', kind: 'erratum' });
    const facade = app.get(CurriculumFacade);
    const on = async (day: string) =>
      (await facade.editionsApplying([first.id], { day, until: null })).get(first.id)?.label;
    expect([await on('2026-04-30'), await on('2026-05-01')]).toEqual(['1.0', '1.1']);
  });

  it('are refused when nothing changed, when hours do not add up, and as errata of too much', async () => {
    expect((await prepare('erratum')).problem.code).toBe('edition.wrong_state');
    await issued();
    expect((await prepare()).problem.code).toBe('curriculum.nothing_changed');
    await change('cd02-01', 'Chốt số liệu.', 2);
    expect((await prepare()).problem.code).toBe('curriculum.hours_do_not_add_up');
    await change('cd02-01', 'chốt sổ '.repeat(300).trim());
    expect((await prepare('erratum')).problem).toMatchObject({
      code: 'edition.not_an_erratum',
      details: { refusals: [{ code: 'too_many_words', nodeId: null }] },
    });
  });

  it('wait for each other: one candidate at a time', async () => {
    const outcomes = await Promise.all([prepare(), prepare()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('may not begin before one that is issued already', async () => {
    await issued('amendment', '2026-06-01');
    await change('cd02-01', 'Chốt số liệu đến ngày mười.');
    const { edition } = (await prepare()).body;
    expect((await issue(edition, { from: '2026-05-01' })).problem.code).toBe(
      'edition.dates_overlap',
    );
  });

  it('say what was merged since the edition before, when, and when it was sealed', async () => {
    await issued();
    const work = new RequestWork(app, desk, small);
    app.clock.set('2026-05-04T02:00:00Z');
    const requestId = await work.approved('cd02-01', 'Chốt số liệu đến ngày mười.');
    await work.merge(requestId);
    app.clock.set('2026-05-05T02:00:00Z');
    const { history } = (await prepare()).body;
    expect(history).toEqual({
      requests: [{ id: requestId, number: 1, title: 'Chốt số liệu đến ngày mười.' }],
      mergedAt: '2026-05-04T02:00:00.000Z',
      preparedAt: '2026-05-05T02:00:00.000Z',
      returned: null,
      decisionTitle: null,
    });
  });
});

describe('reading', () => {
  it('gives the tree of an edition with numbers, codes and hours', async () => {
    const edition = await issued();
    const outline = (
      await app.request(readOutline, { params: { editionId: edition.id }, as: desk.trainer })
    ).body;
    expect(outline.nodes.map((node) => [node.slug, node.label, node.code])).toContainEqual([
      'cd01',
      '1',
      'CD01',
    ]);
    expect(outline.hours).toMatchObject({ required: 8, addsUp: true });
    const params = { editionId: edition.id, nodeId: small.idOf('cd01-q01') };
    const question = await app.request(readEditionNode, { params, as: desk.trainer });
    expect(question.body.node.meta['type']).toBe('single');
    expect((await app.request(readEditionNode, { params, as: desk.ministry })).status).toBe(404);
    expect((await app.request(readEditionNode, { params, as: desk.strangerTrainer })).status).toBe(
      404,
    );
  });

  it('keeps the issued text whatever the line does next', async () => {
    const edition = await issued();
    await change('cd01-01', 'Câu chữ hoàn toàn khác.');
    const params = { editionId: edition.id, nodeId: small.idOf('cd01-01') };
    app.clock.set('2026-04-02T02:00:00Z');
    const lesson = (await app.request(readHandbookLesson, { params, as: desk.trainee })).body;
    expect(JSON.stringify(lesson.document)).toContain('Trả lời trong năm ngày.');
    expect([lesson.label, lesson.previous, lesson.next?.title]).toEqual(['1.1', null, 'Ghi sổ']);
  });

  it('opens the handbook to the people of the province and to nobody else', async () => {
    await issued();
    const request = { params: { courseId: small.course.id }, query: { on: '2026-04-02' } };
    const mine = await app.request(readHandbook, { ...request, as: desk.trainee });
    expect(mine.body.nodes.some((node) => node.kind === 'question')).toBe(false);
    expect((await app.request(readHandbook, { ...request, as: desk.strangerTrainer })).status).toBe(
      404,
    );
    expect((await app.raw(readHandbook, request)).status).toBe(404);
    const early = { ...request, query: { on: '2026-03-02' }, as: desk.trainee };
    expect((await app.request(readHandbook, early)).problem.code).toBe('edition.none_in_force');
  });

  it('lists the courses of one’s reach and hides candidates from who may not read them', async () => {
    await prepare();
    const list = async (as: Actor) =>
      (await app.request(listCourses, { as })).body.courses.map((item) => item.code);
    expect(await list(desk.trainer)).toContain(small.course.code);
    expect(await list(desk.strangerTrainer)).not.toContain(small.course.code);
    const params = { courseId: small.course.id };
    const officer: Actor = {
      ...desk.trainer,
      roles: [{ role: 'focal-point', unitId: desk.places.province, courseId: null }],
    };
    const seen = (await app.request(readCourse, { params, as: officer })).body.editions;
    expect(seen).toEqual([]);
    const { editions } = (await app.request(readCourse, { params, as: desk.director })).body;
    expect(editions).toHaveLength(1);
    const [candidate] = editions;
    const detail = await app.request(readEdition, {
      params: { editionId: candidate?.id ?? '' },
      as: desk.director,
    });
    expect(detail.body.allowed).toEqual({ issue: true, return: true, whyNot: null });
  });
});
