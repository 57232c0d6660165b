import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { restoreNode, saveDraft, takeOverHead, type InputOf } from '@cam-nang/contracts';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';

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
  const place = { ownerUnitId: desk.places.province, code: `MG${courses}` };
  small = await makeSmallCourse(app, place);
  work = new RequestWork(app, desk, small);
});

type View = Awaited<ReturnType<RequestWork['draft']>>;
type Body = InputOf<typeof saveDraft>['body'];
interface Block {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly { readonly text?: string }[];
}

const LESSON = 'cd01-01';

function blocksOf(view: View): readonly Block[] {
  return (view.node.document?.content ?? []) as readonly Block[];
}

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text } as { text: string }],
});

/** Saves on top of what was opened. */
function save(opened: View, blocks: readonly Block[], more: Partial<Body> = {}, as = desk.trainer) {
  const { requestId, nodeId, version, hash, node } = opened;
  return app.raw(saveDraft, {
    params: { requestId, nodeId },
    body: {
      baseVersion: version,
      baseHash: hash,
      title: node.title,
      meta: node.meta,
      document: { type: 'doc', content: blocks },
      ...more,
    },
    as,
  });
}

async function words(requestId: string): Promise<readonly string[]> {
  const view = await work.draft(requestId, LESSON);
  return blocksOf(view).map(({ content }) => (content ?? []).map(({ text }) => text).join(''));
}

describe('a node that was restored and written anew', () => {
  it('has other texts under the old numbers: a save from one of them is not taken for a fresh one', async () => {
    const requestId = await work.open('Trả về rồi viết lại');
    const before = await work.draft(requestId, LESSON);
    await save(before, [...blocksOf(before), paragraph('Bản thứ nhất.')]);
    const opened = await work.draft(requestId, LESSON);
    const params = { requestId, nodeId: opened.nodeId };
    await app.request(restoreNode, { params, as: desk.otherTrainer });
    const anew = await work.draft(requestId, LESSON);
    await save(anew, [...blocksOf(anew), paragraph('Viết lại.')], {}, desk.otherTrainer);
    const blocks = [...blocksOf(opened), paragraph('Viết tiếp.')];
    const late = await save(opened, blocks, { merge: true });
    expect(late.problem).toMatchObject({
      code: 'curriculum.stale_draft',
      details: { base: null, current: { version: 1, savedBy: 'Bùi Văn Đức' } },
    });
    expect(await words(requestId)).not.toContain('Viết tiếp.');
  });

  it('tells of the text of the edition when nobody has written there since', async () => {
    const requestId = await work.open('Trả về');
    const before = await work.draft(requestId, LESSON);
    await save(before, [...blocksOf(before), paragraph('Bản thứ nhất.')]);
    const opened = await work.draft(requestId, LESSON);
    const params = { requestId, nodeId: opened.nodeId };
    await app.request(restoreNode, { params, as: desk.otherTrainer });
    const late = await save(opened, [paragraph('Khác.')], { merge: true });
    expect(late.problem).toMatchObject({
      code: 'curriculum.stale_draft',
      details: { current: { version: 0, hash: before.hash, savedBy: null, savedAt: null } },
    });
    const again = { ...opened, version: 0, hash: before.hash };
    expect((await save(again, [paragraph('Khác.')])).status).toBe(200);
  });
});

describe('a request whose ground moved', () => {
  /** A request with a lesson that was opened and not yet saved, after another request changed it. */
  async function moved() {
    const requestId = await work.open('Đang viết');
    await work.rewrite(requestId, 'cd02-01', 'Gửi báo cáo đúng hạn.');
    const opened = await work.draft(requestId, LESSON);
    const other = await work.open('Đề nghị khác');
    const theirs = await work.draft(other, LESSON);
    await save(theirs, [...blocksOf(theirs), paragraph('Thêm ở bản chung.')]);
    await work.submit(other);
    await work.approve(other);
    await work.merge(other);
    const params = { requestId };
    const taken = await app.request(takeOverHead, { params, as: desk.trainer });
    expect(taken.status).toBe(200);
    const [first, ...rest] = blocksOf(opened);
    return {
      requestId,
      opened,
      mine: [{ ...first, ...paragraph('Mở đầu.'), attrs: first?.attrs ?? {} }, ...rest],
    };
  }

  it('tells a save that was made on the old ground', async () => {
    const { requestId, opened, mine } = await moved();
    const late = await save(opened, mine);
    expect(late.problem).toMatchObject({
      code: 'curriculum.stale_draft',
      details: { current: { version: 0 } },
    });
    expect(await words(requestId)).toContain('Thêm ở bản chung.');
  });

  it('merges it with the new ground, which nobody saved here', async () => {
    const { requestId, opened, mine } = await moved();
    const late = await save(opened, mine, { merge: true });
    expect([late.status, late.body]).toMatchObject([200, { cameIn: { savedBy: null } }]);
    const now = await words(requestId);
    expect(now).toContain('Mở đầu.');
    expect(now).toContain('Thêm ở bản chung.');
  });
});

describe('a question that is sent again because its answer got lost', () => {
  it('does not collide with itself', async () => {
    const requestId = await work.open('Câu hỏi');
    const opened = await work.draft(requestId, 'cd01-q01');
    const meta = { ...opened.node.meta, feedback: 'Xem bài một.' };
    const body = { meta, document: null, merge: true };
    expect((await save(opened, [], body)).status).toBe(200);
    expect((await save(opened, [], body)).status).toBe(200);
    expect((await work.draft(requestId, 'cd01-q01')).version).toBe(1);
  });
});
