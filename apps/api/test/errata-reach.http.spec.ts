import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hanoiDate } from '@cam-nang/domain';
import {
  explainChange,
  issueEdition,
  mergeChangeRequest,
  openChangeRequest,
  prepareEdition,
  readChangeRequest,
  readDraft,
  readLesson,
  reviewChangeRequest,
  saveDraft,
  saveProgress,
  submitChangeRequest,
} from '@cam-nang/contracts';
import { makeSmallCourse, type SmallCourse } from '@cam-nang/curriculum/testing';
import { makeActor } from '@cam-nang/identity/testing';
import {
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecTrainee,
  type StudySetting,
} from '@cam-nang/learning/testing';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { httpModules } from '../src/api.module.js';

const LESSON = 'cd02-01';
const FIRST_REASON = 'Viện dẫn sai điều khoản.';

let app: TestApp;
let setting: StudySetting;
let small: SmallCourse;
let person: Readonly<Record<'director' | 'editor' | 'reviewer' | 'trainer', Actor>>;
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: httpModules });
  setting = studySettingOf(app);
  const unitId = setting.places.province;
  const make = (fullName: string, role: Parameters<typeof makeActor>[1]['roles'][number]) =>
    makeActor(app, { fullName, roles: [role], unitId });
  person = {
    director: await make('Hà Quang Tiến', 'signing-director'),
    editor: await make('Đinh Thu Hòa', 'editor-in-chief'),
    reviewer: await make('Hà Thị Dung', 'reviewer'),
    trainer: await make('Quách Thị Hằng', 'trainer'),
  };
}, 180_000);
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set('2026-03-02T02:00:00Z');
  courses += 1;
  small = await makeSmallCourse(app, {
    ownerUnitId: setting.places.province,
    authorId: person.trainer.accountId,
    code: `EL${courses}`,
  });
});

type Opened = Parameters<typeof app.request<typeof openChangeRequest>>[1]['body'];

/** Rewrites a lesson, says why, and merges it: on the main line, or as an erratum to an edition. */
async function merged(
  slug: string,
  text: string,
  { reason, ...of }: Pick<Opened, 'kind' | 'editionId' | 'reason'>,
) {
  const { trainer, reviewer, editor } = person;
  const body = { title: text, reason, ...of };
  const course = { courseId: small.course.id };
  const { id } = (await app.request(openChangeRequest, { params: course, body, as: trainer })).body;
  const params = { requestId: id, nodeId: small.idOf(slug) };
  const { version, hash, node } = (await app.request(readDraft, { params, as: trainer })).body;
  const paragraph = {
    type: 'paragraph',
    attrs: { id: `${slug}-p1` },
    content: [{ type: 'text', text }],
  };
  const draft = {
    ...{ baseVersion: version, baseHash: hash, title: node.title, meta: node.meta },
    document: { type: 'doc' as const, content: [paragraph] },
  };
  expect((await app.request(saveDraft, { params, body: draft, as: trainer })).status).toBe(200);
  const why = { reason };
  expect((await app.request(explainChange, { params, body: why, as: trainer })).status).toBe(200);
  const request = { params: { requestId: id } };
  await app.request(submitChangeRequest, { ...request, as: trainer });
  const { overlayHash, kind: requestKind } = (
    await app.request(readChangeRequest, { ...request, as: reviewer })
  ).body;
  const verdict = { overlayHash, requestKind, verdict: 'approve' as const, comment: '' };
  await app.request(reviewChangeRequest, { ...request, body: verdict, as: reviewer });
  expect((await app.request(mergeChangeRequest, { ...request, as: editor })).status).toBe(200);
}

async function issued(
  effectiveFrom: string,
  kind: 'amendment' | 'erratum' = 'amendment',
  editionId?: string,
) {
  const body = { kind, title: 'Ấn bản', ...(editionId !== undefined && { editionId }) };
  const course = { courseId: small.course.id };
  const { edition } = (
    await app.request(prepareEdition, { params: course, body, as: person.editor })
  ).body;
  const decisionNo = `${edition.id.slice(-6)}/QĐ-SNV`;
  const signing = {
    manifestHash: edition.manifestHash,
    ...{ decisionNo, decisionTitle: 'Ban hành', confirmation: decisionNo },
    ...{ decisionDate: hanoiDate(app.clock.now()), effectiveFrom },
  };
  const act = { params: { editionId: edition.id }, body: signing, as: person.director };
  return (await app.request(issueEdition, act)).body.edition;
}

async function trainee(opensOn: string, code: string): Promise<SpecTrainee> {
  const own = { ...setting, courseId: small.course.id };
  const about = { code: `${code}/${courses}`, opensOn, closesOn: '2027-12-31' };
  const { trainees } = await openSpecCohort(own, about, ['Bùi Văn An']);
  const [first] = trainees;
  if (first === undefined) throw new Error('nobody enrolled');
  return first;
}

async function lesson({ actor, enrolmentId }: SpecTrainee) {
  const params = { enrolmentId, nodeId: small.idOf(LESSON) };
  return (await app.request(readLesson, { params, as: actor })).body;
}

async function readToTheEnd(who: SpecTrainee): Promise<void> {
  const { revisionId, nodeId } = await lesson(who);
  const block = `${LESSON}-p1`;
  const body = { revisionId, blocksRead: [block], lastBlockId: block, seconds: 60 };
  const params = { enrolmentId: who.enrolmentId, nodeId };
  expect((await app.request(saveProgress, { params, body, as: who.actor })).status).toBe(200);
}

describe('errata to an edition that others have overtaken', () => {
  it('leave what an earlier erratum corrected under its own number and reason', async () => {
    await issued('2026-03-05');
    const who = await trainee('2026-03-06', 'L');
    app.clock.set('2026-03-07T02:00:00Z');
    await readToTheEnd(who);
    await merged(LESSON, 'Chốt số liệu đến hết ngày mười lăm.', {
      ...{ kind: 'erratum', reason: FIRST_REASON },
    });
    const one = await issued('2026-03-20', 'erratum');
    app.clock.set('2026-03-21T02:00:00Z');
    const shown = { editionLabel: '1.1', reason: FIRST_REASON };
    expect((await lesson(who)).correction).toMatchObject(shown);
    await merged(LESSON, 'Chốt số liệu trên máy mỗi ngày, trước giờ nghỉ.', {
      ...{ kind: 'amendment', reason: 'Cách làm mới.' },
    });
    await issued('2026-04-01');
    app.clock.set('2026-04-02T02:00:00Z');
    await merged('cd01-02', 'Ghi rõ họ tên, nơi ở.', {
      ...{ kind: 'erratum', reason: 'Thừa chữ.', editionId: one.id },
    });
    expect((await issued('2026-04-10', 'erratum', one.id)).label).toBe('1.2');
    app.clock.set('2026-04-11T02:00:00Z');
    const now = await lesson(who);
    expect(now.edition.label).toBe('1.2');
    expect(now.correction).toMatchObject(shown);
    const newcomer = await trainee('2026-04-11', 'M');
    expect((await lesson(newcomer)).edition.label).toBe('2.0');
  });
});
