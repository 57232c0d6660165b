import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correctPerson,
  enrolPerson,
  listAudit,
  listEnrolments,
  type RequestOf,
} from '@cam-nang/contracts';
import { Accounts } from '@cam-nang/identity';
import { makeActor } from '@cam-nang/identity/testing';
import {
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecCohort,
  type StudySetting,
} from '@cam-nang/learning/testing';
import { Database, type Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { TrainingFacade } from '@cam-nang/training';
import { httpModules } from '../src/api.module.js';

type Body = RequestOf<typeof correctPerson>['body'];

const DATES = { opensOn: '2024-08-05', closesOn: '2024-10-31' };
const BORN = '1998-05-02';
const NUMBER = '017198001234';

let app: TestApp;
let setting: StudySetting;
let far: StudySetting;
let cohort: SpecCohort;

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: httpModules });
  setting = studySettingOf(app);
  const names = ['Bùi Thị Hoà', 'Hà Văn An', 'Hà Văn Toản', 'Sùng A Chớ', 'Xa Thị Pháng'];
  cohort = await openSpecCohort(setting, { code: 'K01/2024', ...DATES }, names);
  const { places } = setting;
  const unitId = places.otherProvince;
  const roles = ['provincial-officer'] as const;
  far = {
    ...setting,
    officer: await makeActor(app, { fullName: 'Lò Văn Thành', roles, unitId }),
    places: { ...places, province: unitId, commune: places.farCommune, office: places.otherOffice },
  };
}, 180_000);
afterAll(() => app.close());

const at = (index: number) => cohort.trainees[index]?.enrolmentId ?? '';

async function people(as: Actor = setting.officer, { id: cohortId } = cohort) {
  return (await app.request(listEnrolments, { params: { cohortId }, as })).body.enrolments;
}

async function person(enrolmentId: string) {
  return (await people()).find(({ id }) => id === enrolmentId);
}

async function correct(enrolmentId: string, change: Partial<Body>, as: Actor = setting.officer) {
  const row = await app.get(TrainingFacade).enrolment(enrolmentId);
  const seen = { fullName: row?.fullName ?? '', birthDate: row?.birthDate ?? null };
  const body = { seen, ...seen, birthDate: BORN, reason: 'Theo thẻ căn cước', ...change };
  return app.request(correctPerson, { params: { enrolmentId }, body, as });
}

describe('a name or a date of birth that was mistyped', () => {
  it('is put right by the officer of the cohort, everywhere, with its place in the list', async () => {
    const { body } = await correct(at(0), { fullName: ' Bùi  Thị Xoan ' });
    expect(body).toMatchObject({ fullName: 'Bùi Thị Xoan', birthDate: BORN });
    expect((await people()).map(({ fullName }) => fullName)).toEqual([
      'Hà Văn An',
      'Sùng A Chớ',
      'Xa Thị Pháng',
      'Hà Văn Toản',
      'Bùi Thị Xoan',
    ]);
    const [found] = await app
      .get(Database)
      .query<{ n: number }>(
        `select count(*)::int as n from person where folded_name = 'bui thi xoan'`,
      );
    expect(found?.n).toBe(1);
  });

  it('stands in the audit trail by reference, and is read there from what to what', async () => {
    const auditor = await makeActor(app, {
      fullName: 'Vì Thị Sao',
      roles: ['auditor'],
      unitId: setting.places.country,
    });
    const { body } = await app.request(listAudit, {
      query: { action: 'enrolment.correct-person' },
      as: auditor,
    });
    expect(body.entries).toMatchObject([
      {
        actor: 'Đinh Thị Mai',
        subjectKind: 'person',
        subjectName: 'Bùi Thị Xoan',
        details: { changed: ['fullName'], cohortId: cohort.id },
        correction: {
          before: { fullName: 'Bùi Thị Hoà', birthDate: BORN },
          after: { fullName: 'Bùi Thị Xoan', birthDate: BORN },
          reason: 'Theo thẻ căn cước',
        },
      },
    ]);
    expect(body.chainIntact).toBe(true);
    expect(JSON.stringify(body.entries[0]?.details)).not.toContain('Bùi');
  });

  it('is confirmed anew by the person, save what was printed already', async () => {
    const training = app.get(TrainingFacade);
    const printed = { fullName: 'Hà Văn An', birthDate: BORN };
    await training.confirmPrinted(at(1), printed);
    const fullName = 'Hà Văn Ân';
    expect((await correct(at(1), { fullName })).body).toMatchObject({ fullName });
    expect(await training.enrolment(at(1))).toMatchObject({ confirmed: null, confirmedAt: null });

    await training.confirmPrinted(at(3), { fullName: 'Sùng A Chớ', birthDate: BORN });
    await app
      .get(Database)
      .write(`update enrolment set state = 'completed' where id = $1`, [at(3)]);
    expect(await person(at(3))).toMatchObject({ certified: true });
    expect((await correct(at(3), { birthDate: '1998-05-20' })).status).toBe(200);
    expect(await training.enrolment(at(3))).toMatchObject({ confirmed: { birthDate: BORN } });
  });

  it('is not put right over what somebody else put right, nor to what it is', async () => {
    const seen = { fullName: 'Hà Văn An', birthDate: BORN };
    expect((await correct(at(1), { seen, fullName: 'Hà Văn Anh' })).problem.code).toBe(
      'request.stale',
    );
    expect((await correct(at(1), {})).problem.code).toBe('person.nothing_changed');
    const odd = await correct(at(1), { fullName: 'Hà Văn 2', birthDate: '2091-01-31' });
    expect(odd.problem).toMatchObject({
      status: 400,
      errors: [{ path: 'fullName' }, { path: 'birthDate' }],
    });
  });

  it('makes nobody another person, nor the same as one of the cohort', async () => {
    const other = { fullName: 'Lò Thị Nhung', birthDate: '1990-01-01' };
    expect((await correct(at(2), other)).problem.code).toBe('person.another_person');
    expect((await correct(at(2), { fullName: 'hà văn ân' })).problem.code).toBe('person.alike');
    expect(await person(at(2))).toMatchObject({ fullName: 'Hà Văn Toản', birthDate: BORN });
  });
});

describe('who may put it right', () => {
  it('is nobody of another province, and nobody about themselves', async () => {
    const stranger = await correct(at(2), { fullName: 'Hà Văn Toàn' }, far.officer);
    expect(stranger.problem).toMatchObject({ status: 404, code: 'resource.not_found' });
    const own = cohort.trainees[2]?.actor;
    const self: Actor = { ...setting.officer, personId: own?.personId ?? '' };
    const refused = await correct(at(2), { fullName: 'Hà Văn Toàn' }, self);
    expect(refused.problem.code).toBe('permission.same_person');
    const reader = await makeActor(app, {
      fullName: 'Quách Văn Bình',
      roles: ['focal-point'],
      unitId: setting.places.commune,
    });
    expect((await correct(at(2), { fullName: 'Hà Văn Toàn' }, reader)).problem.code).toBe(
      'permission.denied',
    );
  });

  it('is nobody of one province alone for who studied in two', async () => {
    const there = await openSpecCohort(far, { code: 'K01/SL', ...DATES }, []);
    const here = await openSpecCohort(setting, { code: 'K02/2024', ...DATES }, []);
    const particulars = { fullName: 'Giàng Thị Mỷ', birthDate: BORN, personalNumber: NUMBER };
    const enrol = async ({ officer, places }: StudySetting, { id: cohortId }: SpecCohort) =>
      (
        await app.request(enrolPerson, {
          params: { cohortId },
          body: { ...particulars, unitId: places.commune },
          as: officer,
        })
      ).body.enrolment;
    const first = await enrol(far, there);
    expect((await correct(first.id, { fullName: 'Giàng Thị My' }, far.officer)).status).toBe(200);
    const second = await enrol(setting, here);
    expect(second.personId).toBe(first.personId);
    const renamed = { fullName: 'Giàng Thị Mỵ' };
    for (const [id, as] of [
      [first.id, far.officer],
      [second.id, setting.officer],
    ] as const) {
      const refused = await correct(id, renamed, as);
      expect(refused.problem).toMatchObject({ status: 403, code: 'person.known_elsewhere' });
    }
    const both = await makeActor(app, {
      fullName: 'Trần Minh',
      roles: ['provincial-officer'],
      unitId: setting.places.country,
    });
    expect((await correct(second.id, renamed, both)).status).toBe(200);
    expect(await people(far.officer, there)).toMatchObject([renamed]);
  });

  it('is who manages accounts there, for somebody who works at a desk too', async () => {
    const { personId } = cohort.trainees[4]?.actor ?? { personId: '' };
    const accounts = app.get(Accounts);
    const account = await accounts.ofPerson(personId);
    const { province, otherProvince } = setting.places;
    const role = 'focal-point' as const;
    const grant = (unitId: string) =>
      accounts.grant({ accountId: account?.id ?? '', role, unitId, basis: 'spec' });
    await grant(province);
    const manager = await makeActor(app, {
      fullName: 'Cao Thị Lan',
      roles: ['class-manager'],
      unitId: province,
    });
    const fullName = 'Xa Thị Phảng';
    expect((await correct(at(4), { fullName }, manager)).problem.code).toBe(
      'person.known_elsewhere',
    );
    expect((await correct(at(4), { fullName })).status).toBe(200);
    await grant(otherProvince);
    expect((await correct(at(4), { fullName: 'Xa Thị Phang' })).problem.code).toBe(
      'person.known_elsewhere',
    );
  });
});
