import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { applyImport, checkImport, XLSX_MEDIA_TYPE } from '@cam-nang/contracts';
import {
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecCohort,
  type StudySetting,
} from '@cam-nang/learning/testing';
import { Database } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import ExcelJS from 'exceljs';
import { httpModules } from '../src/api.module.js';

const HEADINGS = ['Họ và tên', 'Ngày sinh', 'Số định danh cá nhân', 'Xã, phường'];

let app: TestApp;
let setting: StudySetting;
let cohort: SpecCohort;

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: httpModules });
  setting = studySettingOf(app);
  const dates = { opensOn: '2024-08-05', closesOn: '2024-10-31' };
  cohort = await openSpecCohort(setting, { code: 'K01/2024', ...dates }, []);
}, 180_000);
afterAll(() => app.close());

/** People of one name, so that their user names are to be told apart as well. */
async function listOf(count: number, first: number): Promise<File> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Danh sách');
  sheet.addRow(HEADINGS);
  for (let index = first; index < first + count; index += 1) {
    sheet.addRow(['Hà Văn An', '05/03/1990', `0170900${10_000 + index}`, 'Xã Mường Bi']);
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return new File([bytes], 'Danh sách.xlsx', { type: XLSX_MEDIA_TYPE });
}

/** How many statements the database is asked while something is done. */
async function statements<T>(act: () => Promise<T>): Promise<{ asked: number; answer: T }> {
  const database = app.get(Database) as unknown as { execute(text: unknown): Promise<unknown> };
  const { execute } = database;
  let asked = 0;
  database.execute = (text) => {
    asked += 1;
    return execute.call(database, text);
  };
  const answer = await act().finally(() => {
    database.execute = execute;
  });
  return { asked, answer };
}

async function load(count: number, first: number) {
  const params = { cohortId: cohort.id };
  const file = await listOf(count, first);
  const check = await statements(() =>
    app.request(checkImport, { params, body: { fields: {}, file }, as: setting.officer }),
  );
  const { importId, rowsOk } = check.answer.body;
  expect(rowsOk).toBe(count);
  const apply = await statements(() =>
    app.request(applyImport, {
      params: { ...params, importId },
      body: { skipErrors: false },
      as: setting.officer,
    }),
  );
  return { check: check.asked, apply: apply.asked, codes: apply.answer.body.codes };
}

it('a long list is looked up at once, not row by row', async () => {
  const short = await load(10, 0);
  const long = await load(60, 10);
  expect(long.check).toBe(short.check);
  expect((long.apply - short.apply) / 50).toBeLessThanOrEqual(8);
  const names = [...short.codes, ...long.codes].map(({ username }) => username);
  expect(new Set(names).size).toBe(70);
  expect(names).toEqual(names.map((_, index) => (index === 0 ? 'anhv' : `anhv${index + 1}`)));
});
