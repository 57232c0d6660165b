import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addNode,
  deleteNode,
  moveNode,
  openChangeRequest,
  readOverlay,
  restoreNode,
  saveDraft,
} from '@cam-nang/contracts';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork, wireParagraphs } from '../testing/request-work.js';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  desk = await makeDesk(app);
}, 60_000);
afterAll(() => app.close());

beforeEach(async () => {
  courses += 1;
  const place = { ownerUnitId: desk.places.province, code: `SC${courses}` };
  small = await makeSmallCourse(app, place);
  work = new RequestWork(app, desk, small);
});

function at(requestId: string, slug: string) {
  return { requestId, nodeId: small.idOf(slug) };
}

async function merged(requestId: string) {
  await work.submit(requestId);
  await work.approve(requestId);
  return work.merge(requestId);
}

describe('two people at once', () => {
  it('save one after the other: one text is kept, the other is told', async () => {
    const requestId = await work.open();
    const before = await work.draft(requestId, 'cd01-01');
    const save = (text: string, as = desk.trainer) =>
      app.request(saveDraft, {
        params: at(requestId, 'cd01-01'),
        body: {
          baseVersion: before.version,
          baseHash: before.hash,
          title: before.node.title,
          meta: before.node.meta,
          document: wireParagraphs('cd01-01', text),
        },
        as,
      });
    const answers = await Promise.all([save('Một.'), save('Hai.', desk.otherTrainer), save('Ba.')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await work.draft(requestId, 'cd01-01')).version).toBe(1);
  });

  it('one removes a module, the other edits a lesson in it: named, nothing lost', async () => {
    const edits = await work.approved('cd02-01', 'Gửi báo cáo đúng hạn.');
    const removes = await work.open('Bỏ CD02');
    await app.request(deleteNode, { params: at(removes, 'cd02'), as: desk.trainer });
    const { hash: baseHash, node: module } = await work.draft(removes, 'cd01');
    const hours = { theory: 4, discussion: 2, practice: 2 };
    await app.request(saveDraft, {
      params: at(removes, 'cd01'),
      body: {
        baseVersion: 0,
        baseHash,
        title: module.title,
        meta: { ...module.meta, hours },
        document: null,
      },
      as: desk.trainer,
    });
    await work.submit(removes);
    await work.approve(removes);
    expect((await work.merge(edits)).status).toBe(200);
    expect((await work.merge(removes)).problem).toMatchObject({
      code: 'curriculum.base_moved',
      details: { nodes: [{ nodeId: small.idOf('cd02-01') }] },
    });
  });

  it('one adds a lesson to a module that the other took out meanwhile', async () => {
    const adds = await work.open('Thêm bài');
    const added = await app.request(addNode, {
      params: { requestId: adds },
      body: { kind: 'lesson', parentId: small.idOf('cd02'), afterNodeId: null, title: 'Bài mới' },
      as: desk.trainer,
    });
    await app.request(saveDraft, {
      params: { requestId: adds, nodeId: added.body.nodeId },
      body: {
        baseVersion: 1,
        baseHash: added.body.hash,
        title: 'Bài mới',
        meta: added.body.node.meta,
        document: wireParagraphs('moi', 'Nội dung.'),
      },
      as: desk.trainer,
    });
    await work.submit(adds);
    await work.approve(adds);
    const removes = await work.open('Bỏ CD02');
    await app.request(deleteNode, { params: at(removes, 'cd02'), as: desk.trainer });
    const { hash: baseHash, node: module } = await work.draft(removes, 'cd01');
    const hours = { theory: 4, discussion: 2, practice: 2 };
    await app.request(saveDraft, {
      params: at(removes, 'cd01'),
      body: {
        baseVersion: 0,
        baseHash,
        title: module.title,
        meta: { ...module.meta, hours },
        document: null,
      },
      as: desk.trainer,
    });
    expect((await merged(removes)).body.state).toBe('merged');
    expect((await work.merge(adds)).problem).toMatchObject({
      code: 'curriculum.base_moved',
      details: { nodes: [{ nodeId: added.body.nodeId }] },
    });
  });
});

describe('structure', () => {
  it('refuses what may not stand where it is put', async () => {
    const requestId = await work.open();
    const move = (slug: string, parent: string, after: string | null = null) =>
      app.request(moveNode, {
        params: at(requestId, slug),
        body: {
          parentId: small.idOf(parent),
          afterNodeId: after === null ? null : small.idOf(after),
        },
        as: desk.trainer,
      });
    const codes = [
      await move('cd01-01', 'sc'),
      await move('cd01', 'cd01-01'),
      await move('cd01-q01', 'cd01-quiz'),
      await move('cd01-01', 'cd02', 'cd01-02'),
      await app.request(deleteNode, { params: at(requestId, 'sc'), as: desk.trainer }),
    ].map((answer) => answer.problem.code);
    expect(new Set(codes)).toEqual(new Set(['curriculum.structure_invalid']));
    expect((await move('cd01-02', 'cd01')).status).toBe(200);
  });

  it('brings a lesson back with the module that it went with', async () => {
    const requestId = await work.open();
    await app.request(deleteNode, { params: at(requestId, 'cd02'), as: desk.trainer });
    const shown = async () => {
      const answer = await app.request(readOverlay, { params: { requestId }, as: desk.trainer });
      return answer.body.nodes
        .filter((node) => node.change === 'deleted')
        .map((node) => node.slug)
        .sort();
    };
    expect(await shown()).toEqual(['cd02', 'cd02-01']);
    await app.request(restoreNode, { params: at(requestId, 'cd02-01'), as: desk.trainer });
    expect(await shown()).toEqual([]);
  });

  it('keeps an erratum to corrections from the start', async () => {
    const { body } = await app.request(openChangeRequest, {
      params: { courseId: small.course.id },
      body: { title: 'Đính chính', reason: '', kind: 'erratum' },
      as: desk.trainer,
    });
    await work.rewrite(body.id, 'cd01-01', 'Chào người dân và mời ngồi nhé.');
    const unmet = async () =>
      (await work.read(body.id)).checks.filter((check) => check.blocking && !check.met);
    expect(await unmet()).toEqual([]);
    await app.request(addNode, {
      params: { requestId: body.id },
      body: { kind: 'module', parentId: small.idOf('sc'), afterNodeId: null, title: 'Mới' },
      as: desk.trainer,
    });
    expect(await unmet()).toMatchObject([
      { code: 'only_corrections', params: { refusal: 'node_added' } },
    ]);
    expect((await work.submit(body.id)).problem.code).toBe('curriculum.structure_invalid');
  });
});
