import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hanoiDate } from '@cam-nang/domain';
import {
  disableAccount,
  issueEdition,
  openAttempt,
  openChangeRequest,
  openCohort,
  openRevertRequest,
  prepareEdition,
  previewCohort,
  readChangeRequest,
  readCurriculumHistory,
  readEdition,
  readLesson,
  readNodeHistory,
  reviewChangeRequest,
  saveProgress,
  submitChangeRequest,
  mergeChangeRequest,
  withdrawEdition,
} from '@cam-nang/contracts';
import {
  commitAltered,
  makeSmallCourse,
  paragraphs,
  type SmallCourse,
} from '@cam-nang/curriculum/testing';
import { makeActor } from '@cam-nang/identity/testing';
import {
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecTrainee,
  type StudySetting,
} from '@cam-nang/learning/testing';
import { Database, type Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { httpModules } from '../src/api.module.js';

let app: TestApp;
let setting: StudySetting;
let director: Actor;
let editor: Actor;
let reviewer: Actor;
let trainer: Actor;
let administrator: Actor;
let small: SmallCourse;
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: httpModules });
  setting = studySettingOf(app);
  const { province, country } = setting.places;
  const person = (fullName: string, role: Parameters<typeof makeActor>[1]['roles'][number]) =>
    makeActor(app, { fullName, roles: [role], unitId: province });
  director = await person('Hà Quang Tiến', 'signing-director');
  editor = await person('Đinh Thu Hòa', 'editor-in-chief');
  reviewer = await person('Hà Thị Dung', 'reviewer');
  trainer = await person('Quách Thị Hằng', 'trainer');
  administrator = await makeActor(app, {
    fullName: 'Khà Văn Lâm',
    roles: ['system-administrator'],
    unitId: country,
  });
}, 180_000);
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set('2026-03-02T02:00:00Z');
  courses += 1;
  small = await makeSmallCourse(app, {
    ownerUnitId: setting.places.province,
    authorId: trainer.accountId,
    code: `KC${courses}`,
  });
});

async function issued(effectiveFrom: string, kind: 'amendment' | 'erratum' = 'amendment') {
  const body = { kind, title: 'Ấn bản' };
  const params = { courseId: small.course.id };
  const { edition } = (await app.request(prepareEdition, { params, body, as: editor })).body;
  const decisionNo = `${edition.id.slice(-6)}/QĐ-SNV`;
  const signing = {
    manifestHash: edition.manifestHash,
    ...{ decisionNo, decisionTitle: 'Ban hành', confirmation: decisionNo },
    ...{ decisionDate: hanoiDate(app.clock.now()), effectiveFrom },
  };
  const at = { params: { editionId: edition.id }, body: signing, as: director };
  return (await app.request(issueEdition, at)).body.edition;
}

type Node = SmallCourse['nodes'][number];

/** The next commit: the tree of the small course with some nodes altered or left out. */
function commit(alter: (node: Node) => Node | null): Promise<void> {
  const author = { id: trainer.accountId, label: 'Quách Thị Hằng' };
  return commitAltered(app, small, alter, author);
}

function reworded(slug: string, text: string) {
  return (node: Node): Node =>
    node.nodeId === small.idOf(slug) && node.content.kind === 'lesson'
      ? { ...node, content: { ...node.content, doc: paragraphs(slug, text) } }
      : node;
}

function opening(code: string, opensOn: string) {
  const { places, officer } = setting;
  const body = {
    ...{ code, opensOn, closesOn: '2027-12-31', title: 'Lớp', capacity: 30, place: '' },
    ...{ courseId: small.course.id, ownerUnitId: places.province, issuerId: places.office },
  };
  return app.request(openCohort, { body, as: officer });
}

async function trainee(code: string, opensOn: string, name: string): Promise<SpecTrainee> {
  const dates = { opensOn, closesOn: '2027-12-31' };
  const own = { ...setting, courseId: small.course.id };
  const { trainees } = await openSpecCohort(own, { code, ...dates }, [name]);
  const [first] = trainees;
  if (first === undefined) throw new Error('nobody enrolled');
  return first;
}

describe('case 27: a class opened around the midnight of an effect', () => {
  it('27. at 23:59 in Hanoi takes the old edition, at 00:00 the new one', async () => {
    await issued('2026-03-05');
    await commit(reworded('cd02-01', 'Chốt số liệu đến ngày mười.'));
    await issued('2026-07-01');
    const at = async (instant: string, code: string) => {
      app.clock.set(instant);
      const { status, body } = await opening(code, app.clock.today());
      expect([status, body.state]).toEqual([201, 'running']);
      return body.edition.label;
    };
    expect(await at('2026-06-30T16:59:00Z', `A/${courses}`)).toBe('1.0');
    expect(await at('2026-06-30T17:00:00Z', `B/${courses}`)).toBe('2.0');
  });

  it('27. is decided by the day it opens on, whenever it is entered', async () => {
    await issued('2026-03-05');
    await commit(reworded('cd02-01', 'Chốt số liệu đến ngày mười.'));
    await issued('2026-07-01');
    const entered = async (opensOn: string, code: string) =>
      (await opening(code, opensOn)).body.edition.label;
    app.clock.set('2026-06-20T02:00:00Z');
    expect(await entered('2026-06-30', `C/${courses}`)).toBe('1.0');
    expect(await entered('2026-07-01', `D/${courses}`)).toBe('2.0');
    app.clock.set('2026-08-20T02:00:00Z');
    expect(await entered('2026-06-30', `E/${courses}`)).toBe('1.0');
  });
});

describe('case 34: the only edition in force is withdrawn', () => {
  it('34. and no class opens then, with the decision and the reason; before it, one does', async () => {
    const edition = await issued('2026-03-05');
    const body = {
      ...{
        decisionNo: '88/QĐ-SNV',
        confirmation: '88/QĐ-SNV',
        decisionDate: hanoiDate(app.clock.now()),
      },
      ...{ reason: 'Căn cứ đã hết hiệu lực.', on: '2026-05-01', fallbackId: null },
    };
    const params = { editionId: edition.id };
    expect((await app.request(withdrawEdition, { params, body, as: director })).status).toBe(200);
    expect((await opening(`F/${courses}`, '2026-04-30')).status).toBe(201);
    const refused = await opening(`G/${courses}`, '2026-05-01');
    expect(refused.status).toBe(409);
    expect(refused.problem).toMatchObject({
      code: 'edition.none_in_force',
      details: {
        on: '2026-05-01',
        withdrawn: { label: '1.0', decisionNo: '88/QĐ-SNV', reason: 'Căn cứ đã hết hiệu lực.' },
      },
    });
    const asked = { query: { courseId: small.course.id, opensOn: '2026-05-01' } };
    const preview = await app.request(previewCohort, { ...asked, as: setting.officer });
    expect(preview.body).toMatchObject({ edition: null, withdrawn: { label: '1.0' } });
  });
});

describe('case 38: progress on words that come back', () => {
  async function lesson({ actor, enrolmentId }: SpecTrainee) {
    const params = { enrolmentId, nodeId: small.idOf('cd02-01') };
    return (await app.request(readLesson, { params, as: actor })).body;
  }

  async function revert(editionId: string): Promise<void> {
    const params = { editionId };
    const words = { nodeId: null, title: 'Đưa lại', reason: 'Bản sửa sai.' };
    const { id } = (await app.request(openRevertRequest, { params, body: words, as: trainer }))
      .body;
    const request = { params: { requestId: id } };
    await app.request(submitChangeRequest, { ...request, as: trainer });
    const { overlayHash, kind: requestKind } = (
      await app.request(readChangeRequest, { ...request, as: reviewer })
    ).body;
    const verdict = { overlayHash, requestKind, verdict: 'approve' as const, comment: '' };
    await app.request(reviewChangeRequest, { ...request, body: verdict, as: reviewer });
    expect((await app.request(mergeChangeRequest, { ...request, as: editor })).status).toBe(200);
  }

  it('38. is valid again by itself: the edition holds the very revision that was read', async () => {
    const first = await issued('2026-03-05');
    const person = await trainee(`H/${courses}`, '2026-03-06', 'Bùi Văn An');
    const before = await lesson(person);
    const [block] = before.document.content as { attrs: { id: string } }[];
    const read = {
      ...{ revisionId: before.revisionId, blocksRead: [block?.attrs.id ?? ''] },
      ...{ lastBlockId: block?.attrs.id ?? null, seconds: 60 },
    };
    const params = { enrolmentId: person.enrolmentId, nodeId: before.nodeId };
    await app.request(saveProgress, { params, body: read, as: person.actor });
    await commit(reworded('cd02-01', 'Chốt sổ và số liệu trước ngày hai mươi hằng tháng.'));
    await issued('2026-04-01', 'erratum');
    app.clock.set('2026-04-02T02:00:00Z');
    const during = await lesson(person);
    expect([during.edition.label, during.progress.blocksRead]).toEqual(['1.1', []]);
    expect(during.revisionId).not.toBe(before.revisionId);
    await revert(first.id);
    await issued('2026-05-01', 'erratum');
    app.clock.set('2026-05-02T02:00:00Z');
    const after = await lesson(person);
    expect([after.edition.label, after.revisionId]).toEqual(['1.2', before.revisionId]);
    expect(after.progress).toMatchObject({ state: 'done', blocksRead: read.blocksRead });
    expect(after.correction).toBeNull();
  });
});

describe('case 51: a bank that shrinks', () => {
  const gone = (node: Node): Node | null => {
    if (node.nodeId === small.idOf('cd01-q02')) return null;
    const { content } = node;
    if (content.kind !== 'quiz') return node;
    const draws = content.meta.draws.map((draw) => ({ ...draw, count: 1 }));
    return { ...node, content: { ...content, meta: { ...content.meta, draws } } };
  };

  async function drawn({ actor, enrolmentId }: SpecTrainee): Promise<string[]> {
    const params = { enrolmentId, quizNodeId: small.idOf('cd01-quiz') };
    await app.get(Database).query(
      `insert into lesson_progress (enrolment_id, node_id, revision_id, study_hash, blocks_total, state, started_at,
         done_at, updated_at)
       select $1, l.id, r.id, r.study_hash, 1, 'done', now(), now(), now()
       from node l join node_revision r on r.node_id = l.id
       where l.curriculum_id = $2 and l.kind = 'lesson' on conflict do nothing`,
      [enrolmentId, small.course.curriculumId],
    );
    const attempt = await app.request(openAttempt, { params, as: actor });
    expect(attempt.status).toBe(201);
    const rows = await app
      .get(Database)
      .query<{ slug: string }>(
        `select n.slug from attempt_item i join node n on n.id = i.question_node_id where i.attempt_id = $1 order by 1`,
        [attempt.body.id],
      );
    return rows.map(({ slug }) => slug);
  }

  it('51. leaves a class on the old edition its whole pool, and gives the next class the new one', async () => {
    await issued('2026-03-05');
    const old = await trainee(`I/${courses}`, '2026-03-06', 'Hà Tuấn Anh');
    await commit(gone);
    await issued('2026-04-01');
    const fresh = await trainee(`K/${courses}`, '2026-04-02', 'Lê Thị Ấn');
    expect(await drawn(old)).toEqual(['cd01-q01', 'cd01-q02']);
    expect(await drawn(fresh)).toEqual(['cd01-q01']);
  });
});

describe('case 58: an author whose account is closed', () => {
  it('58. stays readable by name: in the history of the course, of the node, in requests and editions', async () => {
    const author = await makeActor(app, {
      fullName: 'Vàng A Dơ',
      roles: ['trainer', 'editor-in-chief'],
      unitId: setting.places.province,
    });
    await commitAltered(app, small, reworded('cd02-01', 'Chốt số liệu đến ngày mười.'), {
      id: author.accountId,
      label: 'Vàng A Dơ',
    });
    const words = { title: 'Đang dở', reason: 'Sửa tiếp.', kind: 'amendment' as const };
    const params = { courseId: small.course.id };
    const open = await app.request(openChangeRequest, { params, body: words, as: author });
    const sealing = { params, body: { kind: 'amendment' as const, title: 'Ấn bản' }, as: author };
    const { edition } = (await app.request(prepareEdition, sealing)).body;
    const closing = { params: { accountId: author.accountId }, body: { reason: 'Nghỉ hưu' } };
    expect((await app.request(disableAccount, { ...closing, as: administrator })).status).toBe(200);
    const history = await app.request(readCurriculumHistory, { params, as: trainer });
    expect(history.body.entries.slice(0, 2)).toMatchObject([
      { what: 'prepared', by: 'Vàng A Dơ' },
      { what: 'merged', by: 'Vàng A Dơ' },
    ]);
    const place = { ...params, nodeId: small.idOf('cd02-01') };
    const node = await app.request(readNodeHistory, { params: place, as: trainer });
    expect(node.body.steps.at(-1)?.author).toBe('Vàng A Dơ');
    const request = { params: { requestId: open.body.id }, as: trainer };
    expect((await app.request(readChangeRequest, request)).body.author).toBe('Vàng A Dơ');
    const sealed = { params: { editionId: edition.id }, as: trainer };
    expect((await app.request(readEdition, sealed)).body.edition.preparedBy).toBe('Vàng A Dơ');
    const [label] = await app
      .get(Database)
      .query<{ label: string }>(
        'select author_label as label from node_revision where author_id = $1',
        [author.accountId],
      );
    expect(label?.label).toBe('Vàng A Dơ');
  });
});
