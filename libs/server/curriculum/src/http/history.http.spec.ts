import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  issueEdition,
  prepareEdition,
  readCurriculumHistory,
  readNodeHistory,
  readNodeStep,
  readPassageHistory,
} from '@cam-nang/contracts';
import { hanoiDate } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';

const START = '2026-03-02T02:00:00Z';
/** The paragraph that both the small course and `RequestWork.rewrite` write. */
const PASSAGE = 'cd02-01-p1';

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
    authorId: desk.trainer.accountId,
    code: `LS${courses}`,
  });
  work = new RequestWork(app, desk, small);
});

async function issued(from: string) {
  const { edition } = (
    await app.request(prepareEdition, {
      params: { courseId: small.course.id },
      body: { kind: 'amendment', title: 'Ấn bản' },
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

/** 1.0, then a request that changes one lesson, then 2.0, then a request that waits for its edition. */
async function story() {
  await issued('2026-03-05');
  app.clock.set('2026-03-10T02:00:00Z');
  await work.merge(await work.approved('cd02-01', 'Chốt số liệu đến hết ngày mười.'));
  app.clock.set('2026-03-11T02:00:00Z');
  const second = await issued('2026-04-01');
  app.clock.set('2026-03-12T02:00:00Z');
  await work.merge(await work.approved('cd02-01', 'Chốt số liệu trên máy đến hết ngày mười.'));
  return second;
}

const course = () => ({ courseId: small.course.id });
const lesson = (slug = 'cd02-01') => ({ ...course(), nodeId: small.idOf(slug) });

describe('the history of a curriculum', () => {
  it('is one line of merges and acts, the newest first, with who, why and by which decision', async () => {
    const second = await story();
    const { entries } = (
      await app.request(readCurriculumHistory, { params: course(), as: desk.trainer })
    ).body;
    expect(entries.map(({ what }) => what)).toEqual([
      'merged',
      'issued',
      'prepared',
      'merged',
      'issued',
      'prepared',
      'merged',
    ]);
    expect(entries[1]).toMatchObject({
      by: 'Hà Quang Tiến',
      edition: { id: second.id, label: '2.0' },
      decision: { number: second.decisionNo, date: second.decisionDate },
      from: '2026-04-01',
    });
    expect(entries[3]).toMatchObject({
      by: 'Quách Thị Hằng',
      reason: 'Các xã hỏi nhiều.',
      nodes: 1,
      request: { number: 1 },
    });
  });

  it('exists for nobody outside', async () => {
    const asked = (as: Actor) => app.request(readCurriculumHistory, { params: course(), as });
    expect((await asked(desk.strangerTrainer)).status).toBe(404);
    expect((await asked(desk.trainee)).status).toBe(403);
    expect((await app.raw(readCurriculumHistory, { params: course() })).status).toBe(401);
  });
});

describe('the history of a node', () => {
  it('holds every revision with its request, author, reason, edition and what it changed', async () => {
    await story();
    const { steps } = (await app.request(readNodeHistory, { params: lesson(), as: desk.trainer }))
      .body;
    expect(steps.map(({ edition, request }) => [edition?.label, request?.number])).toEqual([
      ['1.0', undefined],
      ['2.0', 1],
      [undefined, 2],
    ]);
    expect(steps.map(({ before }) => before)).toEqual([null, 0, 1]);
    expect(steps[0]?.diff).toBeNull();
    expect(JSON.stringify(steps[1]?.diff)).toContain('mười');
    expect(steps[2]).toMatchObject({ author: 'Quách Thị Hằng', edition: null });
  });

  it('compares the latest of very many versions, and each older one when it is asked for', async () => {
    for (let day = 1; day <= 12; day += 1) {
      await work.merge(await work.approved('cd02-01', `Chốt số liệu đến hết ngày thứ ${day}.`));
    }
    const { steps } = (await app.request(readNodeHistory, { params: lesson(), as: desk.trainer }))
      .body;
    expect(steps.map(({ compares }) => compares)).toEqual([false, ...Array(12).fill(true)]);
    expect(steps.flatMap(({ diff }, index) => (diff === null ? [] : [index]))).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    const asked = (step: number, as = desk.trainer) =>
      app.request(readNodeStep, { params: { ...lesson(), step }, as });
    expect((await asked(0)).body.diff).toBeNull();
    expect((await asked(12)).body.diff).toEqual(steps[12]?.diff);
    const ids = steps.map(({ revisionId }) => revisionId);
    expect((await asked(2)).body.diff).toMatchObject({
      before: { revisionId: ids[1] },
      after: { revisionId: ids[2] },
      document: { counts: { words: { inserted: 1, deleted: 1 } } },
    });
    expect((await asked(13)).status).toBe(404);
    expect((await asked(1, desk.strangerTrainer)).status).toBe(404);
    expect((await asked(-1)).status).toBe(400);
  }, 60_000);

  it('of a question only for who may read questions; of nothing for nobody', async () => {
    const asked = (slug: string, as: Actor) =>
      app.request(readNodeHistory, { params: lesson(slug), as });
    expect((await asked('cd01-q01', desk.trainer)).status).toBe(200);
    expect((await asked('cd01-q01', desk.ministry)).status).toBe(404);
    expect((await asked('cd02-01', desk.strangerEditor)).status).toBe(404);
    const params = { ...course(), nodeId: desk.trainer.accountId };
    expect((await app.request(readNodeHistory, { params, as: desk.trainer })).status).toBe(404);
  });
});

describe('the history of a passage', () => {
  const asked = (blockId: string) =>
    app.request(readPassageHistory, { params: { ...lesson(), blockId }, as: desk.trainer });

  it('says which request and edition brought each of its words', async () => {
    await story();
    const { wordings, runs } = (await asked(PASSAGE)).body;
    expect(wordings.map(({ text, edition }) => [text, edition?.label])).toEqual([
      ['Chốt số liệu đến hết ngày mười bốn.', '1.0'],
      ['Chốt số liệu đến hết ngày mười.', '2.0'],
      ['Chốt số liệu trên máy đến hết ngày mười.', undefined],
    ]);
    expect(runs.map(({ text }) => text).join('')).toBe('Chốt số liệu trên máy đến hết ngày mười.');
    expect(runs.filter(({ text }) => text.includes('trên máy')).map((run) => run.wording)).toEqual([
      2,
    ]);
    expect(runs[0]).toEqual({ wording: 0, text: 'Chốt số liệu ' });
  });

  it('is not there for a passage that never was', async () => {
    expect((await asked('khong-co')).status).toBe(404);
  });
});
