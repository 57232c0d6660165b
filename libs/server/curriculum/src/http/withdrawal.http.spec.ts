import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  issueEdition,
  prepareEdition,
  readCourse,
  readEdition,
  readHandbook,
  readHandbookLesson,
  readNodeHistory,
  withdrawEdition,
  type InputOf,
} from '@cam-nang/contracts';
import { hanoiDate } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumFacade } from '../curriculum.facade.js';
import { CurriculumHttpModule } from '../http.js';
import { VerifyCurriculum } from '../integrity/verify-curriculum.js';
import { EditionEventStore } from '../persistence/edition-event-store.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';

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
    code: `TH${courses}`,
  });
});

async function issued(from: string, kind: 'amendment' | 'erratum' = 'amendment') {
  const { edition } = (
    await app.request(prepareEdition, {
      params: { courseId: small.course.id },
      body: { kind, title: 'Ấn bản' },
      as: desk.editor,
    })
  ).body;
  const decisionNo = `${edition.id.slice(-6)}/QĐ-SNV`;
  const body = {
    manifestHash: edition.manifestHash,
    ...{ decisionNo, decisionTitle: 'Ban hành', confirmation: decisionNo },
    decisionDate: hanoiDate(app.clock.now()),
    effectiveFrom: from,
  };
  const params = { editionId: edition.id };
  return (await app.request(issueEdition, { params, body, as: desk.director })).body.edition;
}

/** 1.0 from 5 March, 2.0 from 1 April. */
async function twoEditions() {
  const first = await issued('2026-03-05');
  const work = new RequestWork(app, desk, small);
  await work.merge(await work.approved('cd02-01', 'Chốt số liệu đến ngày mười.'));
  return { first, second: await issued('2026-04-01') };
}

function withdraw(
  editionId: string,
  other: Partial<InputOf<typeof withdrawEdition>['body']> = {},
  as: Actor = desk.director,
) {
  const body = {
    decisionNo: '88/QĐ-SNV',
    decisionDate: '2026-03-02',
    reason: 'Căn cứ đã hết hiệu lực.',
    on: '2026-05-01',
    fallbackId: null,
    confirmation: '88/QĐ-SNV',
    ...other,
  };
  return app.request(withdrawEdition, { params: { editionId }, body, as });
}

async function opensOn(day: string): Promise<string | null> {
  const edition = await app.get(CurriculumFacade).editionInForce(small.course.id, day);
  return edition?.label ?? null;
}

describe('withdrawing an edition', () => {
  it('ends it from its day for cohorts that open, and says by which decision and why', async () => {
    const { second } = await twoEditions();
    const answer = await withdraw(second.id);
    expect(answer.body.edition).toMatchObject({
      state: 'scheduled',
      forceTo: '2026-05-01',
      appliesTo: '2026-05-01',
      withdrawal: {
        on: '2026-05-01',
        decisionNo: '88/QĐ-SNV',
        decisionDate: '2026-03-02',
        reason: 'Căn cứ đã hết hiệu lực.',
        fallback: null,
      },
    });
    const node = { courseId: small.course.id, nodeId: small.idOf('cd02-01') };
    const history = await app.request(readNodeHistory, { params: node, as: desk.trainer });
    const held = history.body.steps.map(({ edition }) => [edition?.label, edition?.withdrawnOn]);
    expect(held).toEqual([
      ['1.0', null],
      ['2.0', '2026-05-01'],
    ]);
    expect(await opensOn('2026-04-30')).toBe('2.0');
    expect(await opensOn('2026-05-01')).toBeNull();
    app.clock.set('2026-04-30T16:59:59Z');
    expect((await read(second.id)).edition.state).toBe('in_force');
    app.clock.set('2026-04-30T17:00:00Z');
    expect((await read(second.id)).edition.state).toBe('withdrawn');
  });

  it('hard case 34: nobody opens a class then, with the reason; or it opens on what was named', async () => {
    const { first, second } = await twoEditions();
    app.clock.set('2026-03-10T02:00:00Z');
    expect((await read(second.id)).withdrawing).toMatchObject({
      governs: true,
      fallbacks: [{ id: first.id, label: '1.0' }],
    });
    await withdraw(second.id);
    const why = await app.get(CurriculumFacade).withdrawalBefore(small.course.id, '2026-05-02');
    expect(why).toMatchObject({ label: '2.0', on: '2026-05-01', decisionNo: '88/QĐ-SNV' });
    const handbook = { params: { courseId: small.course.id }, query: { on: '2026-05-02' } };
    const none = await app.request(readHandbook, { ...handbook, as: desk.trainee });
    expect(none.problem).toMatchObject({
      code: 'edition.none_in_force',
      details: { withdrawn: { label: '2.0', reason: 'Căn cứ đã hết hiệu lực.' } },
    });
  });

  it('lets cohorts open on the edition that was named, until the next one is in force', async () => {
    const { first, second } = await twoEditions();
    expect((await withdraw(second.id, { fallbackId: first.id })).status).toBe(200);
    expect(await opensOn('2026-04-30')).toBe('2.0');
    expect(await opensOn('2026-05-01')).toBe('1.0');
    app.clock.set('2026-05-02T02:00:00Z');
    const { edition } = await read(first.id);
    expect(edition).toMatchObject({ state: 'in_force', servesAsFallback: true });
    const course = await app.request(readCourse, {
      params: { courseId: small.course.id },
      as: desk.trainer,
    });
    expect(course.body.course.inForce?.label).toBe('1.0');
    const work = new RequestWork(app, desk, small);
    await work.merge(await work.approved('cd01-02', 'Ghi rõ họ tên và nơi ở hiện nay.'));
    expect((await issued('2026-06-01')).label).toBe('3.0');
    expect([await opensOn('2026-05-31'), await opensOn('2026-06-01')]).toEqual(['1.0', '3.0']);
  });

  it('hard case 35: classes on it go on, with the notice; its text stays readable', async () => {
    const { second } = await twoEditions();
    await withdraw(second.id);
    app.clock.set('2026-05-02T02:00:00Z');
    const facade = app.get(CurriculumFacade);
    const level = (
      await facade.editionsApplying([second.id], { day: '2026-05-02', until: null })
    ).get(second.id);
    expect(level).toMatchObject({
      label: '2.0',
      state: 'withdrawn',
      withdrawal: { decisionNo: '88/QĐ-SNV' },
    });
    const params = { editionId: second.id, nodeId: small.idOf('cd02-01') };
    const lesson = await app.request(readHandbookLesson, { params, as: desk.trainee });
    expect(lesson.body.edition.withdrawal?.on).toBe('2026-05-01');
  });

  it('gives classes of a withdrawn erratum the level before it', async () => {
    const first = await issued('2026-03-05');
    const work = new RequestWork(app, desk, small);
    await work.merge(await work.approved('cd02-01', 'Chốt số liệu đến hết ngày mười năm.'));
    const erratum = await issued('2026-04-01', 'erratum');
    const level = async (day: string) =>
      (await app.get(CurriculumFacade).editionsApplying([first.id], { day, until: null })).get(
        first.id,
      )?.label;
    expect(await level('2026-05-01')).toBe('1.1');
    await withdraw(erratum.id, { fallbackId: first.id });
    expect([await level('2026-04-30'), await level('2026-05-01')]).toEqual(['1.1', '1.0']);
    expect(await opensOn('2026-05-01')).toBe('1.0');
  });

  it('of a scheduled one before its day leaves what is in force where that was named', async () => {
    const { first, second } = await twoEditions();
    app.clock.set('2026-03-10T02:00:00Z');
    const answer = await withdraw(second.id, { on: '2026-03-10', fallbackId: first.id });
    expect(answer.body.edition.state).toBe('withdrawn');
    expect([await opensOn('2026-03-31'), await opensOn('2026-04-02')]).toEqual(['1.0', '1.0']);
  });

  it('is one link of the chain that can be checked, with the ranges it ended', async () => {
    const { second } = await twoEditions();
    await withdraw(second.id);
    const events = await app.get(EditionEventStore).ofEdition(second.id);
    expect(events.slice(-3).map(({ event, payload }) => [event, payload['range']])).toEqual([
      ['withdrawn', undefined],
      ['range_closed', 'force'],
      ['range_closed', 'applies'],
    ]);
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });
});

describe('a withdrawal is refused', () => {
  it('with the decision that issued the edition', async () => {
    const edition = await issued('2026-03-05');
    const decisionNo = edition.decisionNo ?? '';
    const answer = await withdraw(edition.id, { decisionNo, confirmation: decisionNo });
    expect(answer.problem.code).toBe('request.invalid');
    expect(JSON.stringify(answer.problem)).toContain('decisionNo');
    expect((await read(edition.id)).edition.withdrawal).toBeNull();
  });

  it.each<[string, Parameters<typeof withdraw>[1], number, string, string | null]>([
    ['with a wrong confirmation', { confirmation: '8/QĐ' }, 400, 'request.invalid', 'confirmation'],
    ['without a reason', { reason: '  ' }, 400, 'request.invalid', 'reason'],
    [
      'with a decision of tomorrow',
      { decisionDate: '2026-03-03' },
      400,
      'request.invalid',
      'decisionDate',
    ],
    [
      'with a decision of before its issue',
      { decisionDate: '2026-03-01' },
      400,
      'request.invalid',
      'decisionDate',
    ],
    ['for a day that is over', { on: '2026-03-01' }, 409, 'edition.date_in_past', null],
    ['with a day that does not exist', { on: '2026-02-30' }, 400, 'request.invalid', 'on'],
  ])('%s', async (_name, other, status, code, field) => {
    const edition = await issued('2026-03-05');
    const answer = await withdraw(edition.id, other);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    if (field !== null) expect(JSON.stringify(answer.problem)).toContain(field);
    expect((await read(edition.id)).edition.withdrawal).toBeNull();
  });

  it('when what is named cannot take its place', async () => {
    const { first, second } = await twoEditions();
    for (const fallbackId of [second.id, desk.trainer.accountId]) {
      const answer = await withdraw(second.id, { fallbackId });
      expect([answer.status, answer.problem.code]).toEqual([400, 'request.invalid']);
    }
    app.clock.set('2026-05-02T02:00:00Z');
    const superseded = await withdraw(first.id, { on: '2026-05-02', fallbackId: second.id });
    expect(superseded.problem.code).toBe('request.invalid');
  });

  it('for a candidate, and for what is withdrawn already', async () => {
    const { edition } = (
      await app.request(prepareEdition, {
        params: { courseId: small.course.id },
        body: { kind: 'amendment', title: 'Ấn bản' },
        as: desk.editor,
      })
    ).body;
    expect((await withdraw(edition.id)).problem.code).toBe('edition.wrong_state');
  });

  it('to strangers, to who may not sign, and to who is not fresh', async () => {
    const edition = await issued('2026-03-05');
    expect((await withdraw(edition.id, {}, desk.strangerDirector)).status).toBe(404);
    expect((await withdraw(edition.id, {}, desk.editor)).status).toBe(403);
    const tired = { ...desk.director, freshUntil: null };
    expect((await withdraw(edition.id, {}, tired)).problem.code).toBe(
      'session.fresh_authentication_required',
    );
    expect((await read(edition.id, desk.editor)).withdrawing).toBeNull();
  });

  it('when it is pressed twice: one of them counts', async () => {
    const edition = await issued('2026-03-05');
    const answers = await Promise.all([withdraw(edition.id), withdraw(edition.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const events = await app.get(EditionEventStore).ofEdition(edition.id);
    expect(events.filter(({ event }) => event === 'withdrawn')).toHaveLength(1);
  });
});

async function read(editionId: string, as: Actor = desk.director) {
  return (await app.request(readEdition, { params: { editionId }, as })).body;
}
