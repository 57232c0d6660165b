import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  castBallot,
  closeCouncil,
  confirmChanges,
  conveneCouncil,
  issueEdition,
  listCouncilCandidates,
  listCouncils,
  prepareEdition,
  readCurriculumHistory,
  readEdition,
  readEditionCouncil,
  returnEdition,
  type InputOf,
} from '@cam-nang/contracts';
import { makeActor } from '@cam-nang/identity/testing';
import { Database, type Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { VerifyCurriculum } from '../integrity/verify-curriculum.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';
import { LoadAppraisalRules } from '../use-cases/load-appraisal-rules.js';

const START = '2026-06-26T02:00:00Z';
const RULES = {
  leastMembers: 5,
  mostMembers: 7,
  teachers: { of: 1, in: 3 },
  leastUserRepresentatives: 1,
  leastYearsOfExperience: 5,
  quorum: { of: 2, in: 3 },
  majority: { of: 2, in: 3 },
  daysAhead: 3,
};

type Convening = InputOf<typeof conveneCouncil>['body'];

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let people: readonly Actor[];
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule], clock: new FakeClock(START) });
  desk = await makeDesk(app);
  await app.get(LoadAppraisalRules).run({
    code: 'TD',
    title: 'Quy định về thẩm định',
    basis: 'Thông tư 03/2017/TT-BLĐTBXH',
    validFrom: '2020-01-01',
    validTo: null,
    parameters: RULES,
    isSample: true,
  });
  const unitId = desk.places.province;
  const reviewer = (fullName: string) => makeActor(app, { fullName, roles: ['reviewer'], unitId });
  people = [
    desk.director,
    desk.reviewer,
    await reviewer('Đinh Công Sơn'),
    await reviewer('Nguyễn Thị Hòa'),
    await reviewer('Bùi Văn Hải'),
  ];
}, 60_000);
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set(START);
  courses += 1;
  small = await makeSmallCourse(app, {
    ownerUnitId: desk.places.province,
    authorId: desk.trainer.accountId,
    code: `HD${courses}`,
  });
});

const DUTIES = ['chair', 'secretary', 'reviewer', 'reviewer', 'member'] as const;

function convening(other: Partial<Convening> = {}): Convening {
  return {
    decisionNo: '171/QĐ-SNV',
    decisionDate: '2026-06-19',
    papersSentOn: '2026-06-22',
    members: people.map(({ accountId }, index) => ({
      accountId,
      duty: DUTIES[index] ?? 'member',
      organisation: 'Sở Nội vụ',
      isTeacher: index === 2 || index === 3,
      representsUsers: index === 4,
      yearsOfExperience: 8,
    })),
    ...other,
  };
}

async function candidate() {
  const { body } = await app.request(prepareEdition, {
    params: { courseId: small.course.id },
    body: { kind: 'amendment', title: 'Ấn bản' },
    as: desk.editor,
  });
  return body.edition;
}

const convene = (editionId: string, body = convening(), as: Actor = desk.editor) =>
  app.request(conveneCouncil, { params: { editionId }, body, as });

const state = async (editionId: string, as: Actor = desk.editor) =>
  (await app.request(readEditionCouncil, { params: { editionId }, as })).body;

interface Voting {
  readonly value?: 'pass' | 'pass_with_changes' | 'fail' | 'abstain';
  readonly manifestHash?: string;
  readonly comment?: string;
}

async function vote(editionId: string, as: Actor, voting: Voting = {}) {
  const { council } = await state(editionId);
  const { value = 'pass', manifestHash = council?.manifestHash ?? '', comment = '' } = voting;
  const params = { councilId: council?.id ?? '' };
  return app.request(castBallot, { params, body: { value, manifestHash, comment }, as });
}

async function close(editionId: string, conclusion = '', as: Actor = desk.director) {
  const { council } = await state(editionId);
  return app.request(closeCouncil, {
    params: { councilId: council?.id ?? '' },
    body: { conclusion },
    as,
  });
}

const issue = (edition: { id: string; manifestHash: string }) =>
  app.request(issueEdition, {
    params: { editionId: edition.id },
    body: {
      manifestHash: edition.manifestHash,
      decisionNo: `${courses}/QĐ-SNV`,
      decisionDate: '2026-06-26',
      decisionTitle: 'Ban hành',
      effectiveFrom: '2026-07-15',
      confirmation: `${courses}/QĐ-SNV`,
    },
    as: desk.director,
  });

describe('an edition that needs a council', () => {
  it('is not signed before the council has let it through, and then it is', async () => {
    const edition = await candidate();
    expect((await issue(edition)).problem.code).toBe('edition.not_appraised');
    expect(
      (await app.request(readEdition, { params: { editionId: edition.id }, as: desk.director }))
        .body.allowed,
    ).toMatchObject({ issue: false, whyNot: 'edition.not_appraised' });
    expect((await convene(edition.id)).status).toBe(201);
    for (const person of people.slice(0, 4))
      expect((await vote(edition.id, person)).status).toBe(201);
    const { council } = await state(edition.id);
    expect(council?.tally).toMatchObject({ present: 4, quorum: 4, needed: 3, outcome: 'pass' });
    expect((await close(edition.id)).body).toMatchObject({ stage: 'decided', outcome: 'pass' });
    expect((await issue(edition)).body.edition.state).toBe('scheduled');
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('needs no other council once one has let it through', async () => {
    const first = await candidate();
    await convene(first.id);
    for (const person of people) await vote(first.id, person);
    await close(first.id);
    await issue(first);
    expect(await state(first.id)).toMatchObject({ passed: true, allowed: { convene: false } });
  });
});

describe('a council', () => {
  it('names who could sit, and who wrote in what it judges', async () => {
    const edition = await candidate();
    const { body } = await app.request(listCouncilCandidates, {
      params: { editionId: edition.id },
      as: desk.editor,
    });
    const byName = new Map(body.people.map((person) => [person.name, person.recused]));
    expect(byName.get('Quách Thị Hằng')).toBe(true);
    expect(byName.get('Đinh Thu Hòa')).toBe(true);
    expect(byName.get('Hà Quang Tiến')).toBe(false);
    expect(byName.has('Hoàng Văn Thức')).toBe(false);
  });

  it('is refused with every fault of its composition', async () => {
    const edition = await candidate();
    const { members } = convening();
    const refused = await convene(edition.id, convening({ members: members.slice(0, 4) }));
    expect(refused.problem).toMatchObject({ code: 'council.composition', status: 409 });
    expect(JSON.stringify(refused.problem)).toContain('too_few');
  });

  it.each<[string, Partial<Convening>, string]>([
    ['papers sent tomorrow', { papersSentOn: '2026-06-27' }, 'papersSentOn'],
    ['a decision of tomorrow', { decisionDate: '2026-06-27' }, 'decisionDate'],
  ])('is refused for %s', async (_name, other, path) => {
    const edition = await candidate();
    const { problem } = await convene(edition.id, convening(other));
    expect(problem.errors?.map((error) => error.path)).toEqual([path]);
  });

  it('has no seat for somebody from elsewhere', async () => {
    const edition = await candidate();
    const members = convening().members.map((member, index) =>
      index === 4 ? { ...member, accountId: desk.strangerDirector.accountId } : member,
    );
    const { problem } = await convene(edition.id, convening({ members }));
    expect(problem.errors?.map((error) => error.path)).toEqual(['members.4.accountId']);
  });

  it('is set up once, even by two at the same time', async () => {
    const edition = await candidate();
    const statuses = (await Promise.all([convene(edition.id), convene(edition.id)])).map(
      (one) => one.status,
    );
    expect(statuses.sort()).toEqual([201, 409]);
  });

  it('is set up by who may, where they may', async () => {
    const edition = await candidate();
    expect((await convene(edition.id, convening(), desk.reviewer)).problem.code).toBe(
      'permission.denied',
    );
    expect((await convene(edition.id, convening(), desk.strangerEditor)).status).toBe(404);
  });

  it('takes votes from its members only, about what is frozen only, with a reason for objections', async () => {
    const edition = await candidate();
    await convene(edition.id);
    expect((await vote(edition.id, desk.otherTrainer)).problem.code).toBe('council.not_a_member');
    expect(
      (await vote(edition.id, desk.reviewer, { manifestHash: 'a'.repeat(64) })).problem.code,
    ).toBe('edition.manifest_changed');
    expect((await vote(edition.id, desk.reviewer, { value: 'fail' })).problem.code).toBe(
      'request.invalid',
    );
    expect((await vote(edition.id, desk.strangerDirector)).status).toBe(404);
  });

  it('does not count an author who sits on it', async () => {
    const edition = await candidate();
    const members = convening().members.map((member, index) =>
      index === 4 ? { ...member, accountId: desk.trainer.accountId } : member,
    );
    await convene(edition.id, convening({ members }));
    expect((await vote(edition.id, desk.trainer)).problem.code).toBe('permission.same_person');
    const { council } = await state(edition.id);
    expect(council?.members.find((one) => one.accountId === desk.trainer.accountId)?.recused).toBe(
      true,
    );
  });

  it('does not decide before quorum, without its chair, or before the papers were out long enough', async () => {
    const edition = await candidate();
    await convene(edition.id, convening({ papersSentOn: '2026-06-25' }));
    for (const person of people.slice(1)) await vote(edition.id, person);
    const early = await close(edition.id);
    expect(early.problem.code).toBe('council.cannot_decide');
    expect(JSON.stringify(early.problem)).toMatch(/chair_absent.*papers_too_late/);
    await vote(edition.id, desk.director);
    app.clock.set('2026-06-28T02:00:00Z');
    expect((await close(edition.id, '', desk.reviewer)).problem.code).toBe('council.chair_only');
    expect((await close(edition.id)).body.outcome).toBe('pass');
  });

  it('is dissolved when the candidate is sent back, and its votes stay on record', async () => {
    const edition = await candidate();
    await convene(edition.id);
    await vote(edition.id, desk.reviewer);
    const back = {
      params: { editionId: edition.id },
      body: { reason: 'Sửa bài 2.' },
      as: desk.editor,
    };
    expect((await app.request(returnEdition, back)).status).toBe(200);
    const { council } = await state(edition.id);
    expect(council?.stage).toBe('dissolved');
    expect(council?.members.filter((member) => member.ballot !== null)).toHaveLength(1);
  });

  it('is found by its members among the councils at work', async () => {
    const edition = await candidate();
    await convene(edition.id);
    const { body } = await app.request(listCouncils, { as: desk.reviewer });
    expect(body.councils.find((one) => one.edition.id === edition.id)).toMatchObject({
      mine: { duty: 'secretary', recused: false, voted: false, ballot: null },
      allowed: { vote: true, close: false },
    });
  });
});

describe('a council that asks for changes', () => {
  async function sentBack() {
    const edition = await candidate();
    await convene(edition.id);
    for (const person of people) {
      await vote(edition.id, person, { value: 'pass_with_changes', comment: 'Bổ sung ví dụ.' });
    }
    expect((await close(edition.id)).problem.code).toBe('request.invalid');
    expect((await close(edition.id, 'Bổ sung ví dụ ở bài 2.')).body.outcome).toBe(
      'pass_with_changes',
    );
    return edition;
  }

  it('sends the candidate back with what is to change, and its chair confirms the next one', async () => {
    const first = await sentBack();
    expect(
      (await app.request(readEdition, { params: { editionId: first.id }, as: desk.editor })).body
        .edition.state,
    ).toBe('returned');
    const work = new RequestWork(app, desk, small);
    await work.merge(await work.approved('cd02-01', 'Ví dụ: xã Tân Lạc chốt số liệu ngày 25.'));
    const next = await candidate();
    expect(await state(next.id, desk.director)).toMatchObject({
      confirmable: { conclusion: 'Bổ sung ví dụ ở bài 2.', editionId: first.id },
      allowed: { confirm: true },
    });
    const told = async (as: Actor) =>
      (await app.request(listCouncils, { as })).body.councils.find(
        ({ edition }) => edition.id === first.id,
      )?.toConfirm;
    expect(await told(desk.director)).toEqual({ editionId: next.id, label: next.label });
    expect(await told(desk.reviewer)).toBeNull();
    const confirm = (manifestHash: string, as: Actor) =>
      app.request(confirmChanges, { params: { editionId: next.id }, body: { manifestHash }, as });
    expect((await confirm(next.manifestHash, desk.reviewer)).problem.code).toBe(
      'council.chair_only',
    );
    expect((await confirm('b'.repeat(64), desk.director)).problem.code).toBe(
      'edition.manifest_changed',
    );
    expect((await confirm(next.manifestHash, desk.director)).body.passed).toBe(true);
    expect(await told(desk.director)).toBeNull();
    const params = { courseId: small.course.id };
    const history = await app.request(readCurriculumHistory, { params, as: desk.editor });
    const acts = history.body.entries.map(({ what, edition }) => [what, edition?.id]);
    expect(acts.slice(0, 5)).toEqual([
      ['council_confirmed', next.id],
      ['prepared', next.id],
      ['returned', first.id],
      ['council_decided', first.id],
      ['council_convened', first.id],
    ]);
    expect((await issue(next)).status).toBe(200);
  });

  it('has nothing to confirm before the candidate is another than it judged', async () => {
    const judged = await sentBack();
    app.clock.advance(60_000);
    const same = await candidate();
    expect(same.manifestHash).toBe(judged.manifestHash);
    expect(await state(same.id, desk.director)).toMatchObject({
      confirmable: { unchanged: true },
      allowed: { confirm: false },
    });
    const params = { editionId: same.id };
    const body = { manifestHash: same.manifestHash };
    const answer = await app.request(confirmChanges, { params, body, as: desk.director });
    expect(answer.problem.code).toBe('council.nothing_changed');
    const { councils } = (await app.request(listCouncils, { as: desk.director })).body;
    expect(councils.every(({ toConfirm }) => toConfirm === null)).toBe(true);
    await app.request(returnEdition, { params, body: { reason: 'Chưa sửa.' }, as: desk.director });
    const work = new RequestWork(app, desk, small);
    await work.merge(await work.approved('cd02-01', 'Ví dụ: xã Mường Bi chốt ngày 20.'));
    app.clock.advance(60_000);
    const next = await state((await candidate()).id, desk.director);
    expect([next.confirmable?.editionId, next.allowed.confirm]).toEqual([judged.id, true]);
  });
});

describe('the records of a council', () => {
  it('are never changed, whoever asks', async () => {
    const edition = await candidate();
    await convene(edition.id);
    await vote(edition.id, desk.reviewer);
    const database = app.get(Database);
    for (const statement of [
      `update council_ballot set value = 'fail'`,
      'delete from council_ballot',
      `update council_member set duty = 'member'`,
      `update council set decision_no = 'x'`,
      'delete from council',
      `update appraisal_rule_set set parameters = '{}'`,
    ]) {
      await expect(database.query(statement)).rejects.toThrow(
        /append-only|permission denied|never|ends once|deleted/,
      );
    }
  });
});
