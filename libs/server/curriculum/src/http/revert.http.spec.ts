import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addNode,
  deleteNode,
  issueEdition,
  openRevertRequest,
  prepareEdition,
  readConflicts,
  readOutline,
  readRequestDiff,
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

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;
let extra: string;
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
    code: `PH${courses}`,
  });
  work = new RequestWork(app, desk, small);
});

async function candidate() {
  const params = { courseId: small.course.id };
  const body = { kind: 'amendment' as const, title: 'Ấn bản' };
  return (await app.request(prepareEdition, { params, body, as: desk.editor })).body.edition;
}

async function issued(from: string) {
  const edition = await candidate();
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

async function addLesson(requestId: string, title: string): Promise<string> {
  const body = { kind: 'lesson' as const, parentId: small.idOf('cd02'), afterNodeId: null, title };
  const params = { requestId };
  const { nodeId } = (await app.request(addNode, { params, body, as: desk.trainer })).body;
  await work.rewrite(requestId, nodeId, `Nội dung của ${title}.`);
  return nodeId;
}

/** 1.0 with an extra lesson; after it a changed lesson, a new one, and the extra one is gone. */
async function changedSince() {
  const before = await work.open('Thêm bài');
  extra = await addLesson(before, 'Bài thêm');
  await carry(before);
  const first = await issued('2026-03-05');
  const requestId = await work.open('Sửa nhiều');
  await work.rewrite(requestId, 'cd02-01', 'Chốt số liệu đến ngày mười.');
  await addLesson(requestId, 'Bài mới');
  await app.request(deleteNode, { params: { requestId, nodeId: extra }, as: desk.trainer });
  await carry(requestId);
  return first;
}

async function carry(requestId: string): Promise<void> {
  expect((await work.submit(requestId)).status).toBe(200);
  await work.approve(requestId);
  expect((await work.merge(requestId)).status).toBe(200);
}

function revert(editionId: string, nodeId: string | null, as: Actor = desk.trainer) {
  const body = { nodeId, title: 'Đưa lại văn bản ấn bản 1.0', reason: 'Bản mới sai căn cứ.' };
  return app.request(openRevertRequest, { params: { editionId }, body, as });
}

/** The tree of an edition with its revisions. */
async function tree(editionId: string) {
  const { nodes } = (await app.request(readOutline, { params: { editionId }, as: desk.trainer }))
    .body;
  return nodes.map(({ nodeId, parentId, revisionId, label }) => [
    nodeId,
    parentId,
    revisionId,
    label,
  ]);
}

describe('a request that brings back an edition', () => {
  it('hard case 38: makes an edition of the same revisions, in the same order', async () => {
    const first = await changedSince();
    const second = await issued('2026-04-01');
    expect(await tree(second.id)).not.toEqual(await tree(first.id));
    const opened = await revert(first.id, null);
    expect([opened.status, opened.body.state, opened.body.kind]).toEqual([
      201,
      'draft',
      'amendment',
    ]);
    await carry(opened.body.id);
    const third = await issued('2026-05-01');
    expect(third.label).toBe('3.0');
    expect(await tree(third.id)).toEqual(await tree(first.id));
    expect(third.manifestHash).toBe(first.manifestHash);
  });

  it('brings back one lesson and leaves the rest', async () => {
    const first = await changedSince();
    const opened = await revert(first.id, small.idOf('cd02-01'));
    const diff = await app.request(readRequestDiff, {
      params: { requestId: opened.body.id },
      as: desk.trainer,
    });
    expect(diff.body.nodes.map(({ nodeId }) => nodeId)).toEqual([small.idOf('cd02-01')]);
  });

  it('brings back a lesson that is gone, to where it stood', async () => {
    const first = await changedSince();
    const opened = await revert(first.id, extra);
    const diff = await app.request(readRequestDiff, {
      params: { requestId: opened.body.id },
      as: desk.trainer,
    });
    const back = diff.body.nodes.find(({ nodeId }) => nodeId === extra);
    expect(back?.diff.status).toBe('added');
  });
});

describe('two requests that bring back one lesson', () => {
  it('collide where one of them says something else, and lose no word', async () => {
    const first = await changedSince();
    const [plain, edited] = [await revert(first.id, extra), await revert(first.id, extra)];
    const mine = 'Nội dung của Bài thêm, có sửa.';
    await work.rewrite(edited.body.id, extra, mine);
    await carry(plain.body.id);
    await work.submit(edited.body.id);
    await work.approve(edited.body.id);
    const params = { requestId: edited.body.id };
    const refused = await work.merge(edited.body.id);
    const { conflicts } = (await app.request(readConflicts, { params, as: desk.editor })).body;
    expect([refused.status, conflicts.length]).toEqual([409, 1]);
    const shown = JSON.stringify(conflicts);
    for (const words of ['Nội dung của Bài thêm.', mine]) expect(shown).toContain(words);
  });
});

describe('bringing back is refused', () => {
  it('when everything is as the edition says, and then no request is left behind', async () => {
    const first = await issued('2026-03-05');
    expect((await revert(first.id, null)).problem.code).toBe('curriculum.nothing_changed');
    expect((await revert(first.id, small.idOf('cd01-01'))).problem.code).toBe(
      'curriculum.nothing_changed',
    );
    const next = await work.open();
    expect((await work.read(next)).number).toBe(1);
  });

  it('for what was never issued, for a node that it does not have, and to strangers', async () => {
    const waiting = await candidate();
    expect((await revert(waiting.id, null)).problem.code).toBe('edition.wrong_state');
    expect((await revert(waiting.id, null, desk.strangerTrainer)).status).toBe(404);
    expect((await revert(waiting.id, null, desk.director)).status).toBe(403);
  });

  it('for a node that the edition does not have', async () => {
    const first = await changedSince();
    expect((await revert(first.id, desk.trainer.accountId)).status).toBe(404);
  });
});
