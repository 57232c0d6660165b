import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applyImport,
  checkImport,
  enrolPerson,
  importTemplate,
  listEnrolments,
  withdrawEnrolment,
  XLSX_MEDIA_TYPE,
  type ResponseOf,
} from '@cam-nang/contracts';
import {
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecCohort,
  type StudySetting,
} from '@cam-nang/learning/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import ExcelJS from 'exceljs';
import { httpModules } from '../src/api.module.js';

type Row = readonly (string | number | Date)[];
type Report = ResponseOf<typeof checkImport>;

const NUMBER = '017198001234';
const OTHER_NUMBER = '017196005678';
const ROWS_BEFORE = 2;

let app: TestApp;
let setting: StudySetting;
let cohort: SpecCohort;

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: httpModules });
  setting = studySettingOf(app);
  const dates = { opensOn: '2024-08-05', closesOn: '2024-10-31' };
  cohort = await openSpecCohort(setting, { code: 'K01/2024', ...dates }, []);
  const earlier = await openSpecCohort(setting, { code: 'K02/2024', ...dates }, []);
  await enrol(earlier, {
    fullName: 'Bùi Thị Sen',
    birthDate: '1998-08-12',
    personalNumber: NUMBER,
  });
}, 180_000);
afterAll(() => app.close());

function enrol(
  { id: cohortId }: SpecCohort,
  person: { fullName: string; birthDate: string; personalNumber?: string },
) {
  const body = { ...person, unitId: setting.places.commune, positionTitle: 'Công chức' };
  return app.request(enrolPerson, { params: { cohortId }, body, as: setting.officer });
}

async function names(): Promise<string[]> {
  const answer = await app.request(listEnrolments, {
    params: { cohortId: cohort.id },
    as: setting.officer,
  });
  return answer.body.enrolments.map(({ fullName }) => fullName);
}

/** The template of the cohort, filled in and read by the office; the first row stands in row 3. */
async function check(...rows: Row[]): Promise<Report> {
  const params = { cohortId: cohort.id };
  const template = await app.request(importTemplate, { params, as: setting.officer });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(template.bytes).buffer);
  const [sheet] = workbook.worksheets;
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      const cell = sheet?.getCell(index + ROWS_BEFORE + 1, column + 1);
      if (cell !== undefined) cell.value = value;
    });
  });
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const file = new File([bytes], 'Danh sách.xlsx', { type: XLSX_MEDIA_TYPE });
  const body = { fields: {}, file };
  return (await app.request(checkImport, { params, body, as: setting.officer })).body;
}

const PLACE = 'Xã Mường Bi';

describe('a personal number that is known', () => {
  it('is refused for somebody of another name and date of birth, without a word about its bearer', async () => {
    const answer = await enrol(cohort, {
      fullName: 'Hà Văn Toản',
      birthDate: '1990-01-01',
      personalNumber: NUMBER,
    });
    expect(answer.problem).toMatchObject({ status: 409, code: 'enrolment.number_of_another' });
    expect(JSON.stringify(answer.problem)).not.toContain('Sen');
    expect(await names()).toEqual([]);
  });

  it('is an error of its row in a list, and nobody is enrolled by it', async () => {
    const report = await check(['Hà Văn Toản', '01/01/1990', 'Nam', NUMBER, PLACE]);
    expect(report).toMatchObject({
      rowsTotal: 1,
      rowsOk: 0,
      errors: [{ row: 3, column: 'personalNumber', code: 'number-of-another' }],
      preview: [],
    });
  });

  it('brings the person in who is known by it', async () => {
    const report = await check(['BÙI THỊ SEN', '', '', NUMBER, PLACE]);
    expect(report.preview).toMatchObject([{ row: 3, outcome: 'known_person' }]);
  });
});

describe('a list as offices keep them', () => {
  it('may have numbers and dates as such; what was put right is told and stops nothing', async () => {
    const report = await check(
      [
        'NGUYỄN VĂN AN',
        new Date(Date.UTC(1996, 2, 5)),
        'Nam',
        Number(OTHER_NUMBER),
        PLACE,
        '',
        912345678,
      ],
      ['Hà Thị Lụa', '31/02/1999', '?', 'một hai ba', 'Xã Không Có'],
    );
    expect(report).toMatchObject({ rowsTotal: 2, rowsOk: 1 });
    expect(report.preview).toMatchObject([{ row: 3, birthDate: '1996-03-05', outcome: 'new' }]);
    expect(report.preview[0]?.doubts.map(({ column, code }) => [column, code])).toEqual([
      ['fullName', 'case-suggested'],
      ['personalNumber', 'leading-zero-restored'],
      ['personalNumber', 'sex-differs'],
    ]);
    expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, 'birthDate', 'not-a-date'],
      [4, 'gender', 'not-a-gender'],
      [4, 'personalNumber', 'not-a-personal-number'],
      [4, 'unit', 'unit-unknown'],
    ]);
  });

  it('may name the office and the province beside the commune, if it is the right one', async () => {
    const named = ['UBND xã Mường Bi', 'Ủy ban nhân dân Xã Mường Bi, tỉnh Phú Thọ', 'X. Mường Bi'];
    const rows = named.map((place, index) => [
      `Hà Văn ${'ABC'[index] ?? ''}`,
      '05/03/1990',
      '',
      '',
      place,
    ]);
    const elsewhere = ['Hà Văn D', '05/03/1990', '', '', 'Xã Mường Bi, tỉnh Không Có'];
    const report = await check(...rows, elsewhere);
    expect(report.preview.map(({ row, unitName }) => [row, unitName])).toEqual([
      [3, PLACE],
      [4, PLACE],
      [5, PLACE],
    ]);
    expect(report.errors).toMatchObject([{ row: 6, column: 'unit', code: 'unit-unknown' }]);
  });

  it('may have columns that are not read, which are named, and empty ones, which are not', async () => {
    const params = { cohortId: cohort.id };
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Danh sách');
    sheet.addRow(['STT', 'Họ và tên', 'Ngày sinh', 'Xã', 'Ngày sinh con', 'Ghi chú', 'Trống']);
    sheet.addRow([1, 'Hà Văn Không', '05/03/1990', PLACE, '01/01/2020', 'Đảng viên', '', 'x']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const file = new File([bytes], 'Danh sách.xlsx', { type: XLSX_MEDIA_TYPE });
    const { body: report } = await app.request(checkImport, {
      params,
      body: { fields: {}, file },
      as: setting.officer,
    });
    const passedOver = [
      { column: 'E', heading: 'Ngày sinh con' },
      { column: 'F', heading: 'Ghi chú' },
      { column: 'H', heading: '' },
    ];
    expect(report).toMatchObject({ rowsOk: 1, passedOver });
    expect((await check(['Hà Văn Không', '05/03/1990', '', '', PLACE])).passedOver).toEqual([]);
  });

  it('says when somebody was born, unless that is known', async () => {
    const report = await check(
      ['Hà Văn Không', '', '', '', PLACE],
      ['Bùi Thị Sen', '', '', NUMBER, PLACE],
    );
    expect(report.errors).toMatchObject([{ row: 3, column: 'birthDate', code: 'missing' }]);
    expect(report.preview).toMatchObject([{ row: 4, outcome: 'known_person' }]);
  });

  it('enrols its good rows once, however often that is asked', async () => {
    const { importId } = await check(
      ['Xa Văn Pháng', '12/08/1997', 'Nam', '', PLACE],
      ['Vàng A Tủa', '1996', 'Nam', '', PLACE],
    );
    const request = { params: { cohortId: cohort.id, importId }, as: setting.officer };
    const strict = await app.request(applyImport, { ...request, body: { skipErrors: false } });
    expect(strict.problem).toMatchObject({ code: 'import.rows_invalid' });
    expect(await names()).toEqual([]);
    const body = { skipErrors: true };
    const [first, second] = [
      await app.request(applyImport, { ...request, body }),
      await app.request(applyImport, { ...request, body }),
    ];
    expect(first.body).toMatchObject({ enrolled: 1, codes: [{ fullName: 'Xa Văn Pháng' }] });
    expect(second.body).toMatchObject({ enrolled: 0, codes: [], report: { state: 'applied' } });
    expect(await names()).toEqual(['Xa Văn Pháng']);
  });
});

describe('who is in the cohort already', () => {
  const apply = async (report: Report) =>
    (
      await app.request(applyImport, {
        params: { cohortId: cohort.id, importId: report.importId },
        body: { skipErrors: true },
        as: setting.officer,
      })
    ).body.enrolled;
  const outcomes = (report: Report) => report.preview.map(({ outcome }) => outcome);
  const lua = ['Hà Thị Lụa', '31/01/1999', 'Nữ', '', PLACE];

  it('is passed over when the list is loaded again with rows more, also without a number', async () => {
    const first = await check(lua);
    const stale = await check(lua, lua);
    expect(outcomes(stale)).toEqual(['new', 'already_enrolled']);
    expect(await apply(first)).toBe(1);
    expect(await apply(stale)).toBe(0);
    const again = await check(
      ['HÀ THỊ LỤA', '31/01/1999', 'Nữ', '', PLACE],
      ['Hà Thị Lúa', '31/01/1999', 'Nữ', '', PLACE],
    );
    expect(outcomes(again)).toEqual(['already_enrolled', 'new']);
    const numbered = await check(['Hà Thị Lụa', '31/01/1999', 'Nữ', '017199009999', PLACE]);
    expect(outcomes(numbered)).toEqual(['new']);
    expect(numbered.preview[0]?.doubts.map(({ code }) => code)).toEqual(['same-as-enrolled']);
  });

  it('is not entered a second time by hand, and is taken back in after having been withdrawn', async () => {
    const person = { fullName: 'Hà Thị Lụa', birthDate: '1999-01-31' };
    expect((await enrol(cohort, person)).problem.code).toBe('enrolment.already_enrolled');
    const list = () =>
      app.request(listEnrolments, { params: { cohortId: cohort.id }, as: setting.officer });
    const row = async () =>
      (await list()).body.enrolments.filter(({ fullName }) => fullName === person.fullName);
    const [before] = await row();
    await app.request(withdrawEnrolment, {
      params: { enrolmentId: before?.id ?? '' },
      body: { reason: 'Chọn nhầm dòng' },
      as: setting.officer,
    });
    expect(await row()).toMatchObject([{ state: 'withdrawn' }]);
    const again = await check(lua);
    expect(outcomes(again)).toEqual(['known_person']);
    expect(await apply(again)).toBe(1);
    expect(await row()).toMatchObject([{ id: before?.id, state: 'studying' }]);
    await app.request(withdrawEnrolment, {
      params: { enrolmentId: before?.id ?? '' },
      body: { reason: 'Chọn nhầm dòng' },
      as: setting.officer,
    });
    const back = await enrol(cohort, person);
    expect(back.body.enrolment).toMatchObject({ id: before?.id, state: 'studying' });
    expect(await row()).toMatchObject([{ id: before?.id, number: before?.number }]);
  });

  it('is asked for a date of birth and a name that can be', async () => {
    const wrong = await enrol(cohort, { fullName: 'Hà Thị 2', birthDate: '2091-01-31' });
    expect(wrong.problem).toMatchObject({
      status: 400,
      errors: [{ path: 'fullName' }, { path: 'birthDate' }],
    });
  });
});
