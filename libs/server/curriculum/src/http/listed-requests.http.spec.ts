import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import {
  abandonChangeRequest,
  addNode,
  deleteNode,
  listChangeRequests,
  moveNode,
} from '@cam-nang/contracts';
import { Database } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  desk = await makeDesk(app);
  small = await makeSmallCourse(app, { ownerUnitId: desk.places.province });
  work = new RequestWork(app, desk, small);
}, 60_000);
afterAll(() => app.close());

async function list() {
  const params = { courseId: small.course.id };
  return (await app.request(listChangeRequests, { params, as: desk.editor })).body.requests;
}

/** Requests of every sort: nothing, words, words taken back, new, moved, taken out, judged, merged, given up. */
async function manyRequests(): Promise<void> {
  const as = desk.trainer;
  await work.open('Chưa làm gì');
  const words = await work.open('Chữ');
  await work.rewrite(words, 'cd01-01', 'Trả lời trong mười ngày.');
  await work.rewrite(words, 'cd02-01', 'Chốt số liệu.');
  const back = await work.open('Trả lại như cũ');
  await work.rewrite(back, 'cd01-02', 'Khác.');
  await work.rewrite(back, 'cd01-02', 'Ghi rõ họ tên và nơi ở.');
  const places = await work.open('Chỗ khác');
  const body = { parentId: small.idOf('cd02'), afterNodeId: null };
  const moved = { requestId: places, nodeId: small.idOf('cd01-02') };
  await app.request(moveNode, { params: moved, body, as });
  await work.rewrite(places, 'cd01-02', 'Dời và đổi.');
  const fresh = { ...body, kind: 'lesson' as const, title: 'Bài mới' };
  await app.request(addNode, { params: { requestId: places }, body: fresh, as });
  const gone = await work.open('Bỏ cả chuyên đề');
  const chapter = { requestId: gone, nodeId: small.idOf('cd01') };
  await app.request(deleteNode, { params: chapter, as });
  const merged = await work.approved('cd01-02', 'Ghi rõ họ, tên.');
  await work.merge(merged);
  await work.approved('cd02-01', 'Chốt số liệu sớm hơn.');
  const late = await work.open('Thôi');
  await work.rewrite(late, 'cd01-01', 'Không còn cần.');
  const why = { reason: 'Trùng.' };
  await app.request(abandonChangeRequest, { params: { requestId: late }, body: why, as });
}

it('shows every request as it shows itself, but for its checks', async () => {
  await manyRequests();
  const listed = await list();
  expect(listed).toHaveLength(8);
  const changes = new Map(listed.map((request) => [request.title, request.changes]));
  expect(changes.get('Bỏ cả chuyên đề')).toMatchObject({ removed: 7, changed: 0 });
  expect(changes.get('Chỗ khác')).toMatchObject({ added: 1, moved: 1, changed: 1 });
  expect(changes.get('Trả lại như cũ')).toEqual({
    ...{ added: 0, removed: 0, moved: 0, changed: 0, words: 0 },
  });
  for (const request of listed) {
    const { checks: _checks, ...whole } = await work.read(request.id);
    expect(request).toEqual(whole);
  }
}, 60_000);

it('asks the database as often for many requests as for few', async () => {
  const database = app.get(Database);
  const asked = jest.spyOn(database, 'query');
  const count = async () => {
    asked.mockClear();
    await list();
    return asked.mock.calls.length;
  };
  await count();
  const few = await count();
  for (let n = 0; n < 5; n++) {
    const requestId = await work.open(`Thêm ${n}`);
    await work.rewrite(requestId, 'cd01-01', `Trả lời trong ${n} ngày.`);
  }
  expect(await count()).toBe(few);
  const texts = asked.mock.calls.filter(([sql]) => /\bdocument\b/.test(sql));
  expect(texts).toEqual([]);
  asked.mockRestore();
}, 60_000);
