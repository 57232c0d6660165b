import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkSeries } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CertificationModule } from '../certification.module.js';
import { CertificateDocuments } from '../documents/certificate-documents.js';
import {
  makeAwardSetting,
  openAwardCohort,
  studyBegun,
  type AwardSpecSetting,
} from '../testing/award-fixtures.js';
import { QuickEngine } from '../testing/quick-engine.js';
import { decisionBody, submittedAward } from '../testing/signed-award.js';
import { SignAward } from './sign-award.js';

const SIGNINGS = 20;
const NAMES = ['Bùi Văn Đức', 'Bùi Văn Dũng', 'Nguyễn Thị Ánh'];

let app: TestApp;
let setting: AwardSpecSetting;

beforeAll(async () => {
  app = await buildApp({
    from: studyBegun,
    modules: [CertificationModule],
    overrides: [
      { provide: CertificateDocuments, useValue: new CertificateDocuments(new QuickEngine()) },
    ],
  });
  setting = await makeAwardSetting(app);
}, 180_000);
afterAll(() => app.close());

interface Numbered {
  readonly decision: string;
  readonly position: number;
  readonly serial: number;
  readonly register: number;
  readonly text: string;
  readonly name: string;
}

function entries(): Promise<Numbered[]> {
  return app.get(Database).query<Numbered>(
    `select decision_id as decision, position, serial_no as serial, register_no as register,
       register_number as text, printed->>'holderName' as name
     from register_entry order by register_no`,
  );
}

describe('numbers', () => {
  it('are 1…n without gap or double, in list order, when twenty lists are signed at once', async () => {
    const submitted = [];
    for (let number = 1; number <= SIGNINGS; number += 1) {
      const cohort = await openAwardCohort(setting, `K${number}/2024`, NAMES);
      submitted.push(await submittedAward(setting, cohort));
    }
    const sign = app.get(SignAward);
    await Promise.all(
      submitted.map(({ proposalId, listHash }, index) =>
        sign.run(setting.director, proposalId, decisionBody(listHash, `${index}/QĐ-SNV`)),
      ),
    );
    const rows = await entries();
    expect(rows).toHaveLength(SIGNINGS * NAMES.length);
    expect(checkSeries(rows.map((row) => row.serial))).toEqual([]);
    expect(checkSeries(rows.map((row) => row.register))).toEqual([]);
    const decisions = [...new Set(rows.map((row) => row.decision))];
    expect(decisions).toHaveLength(SIGNINGS);
    for (const decision of decisions) {
      const list = rows.filter((row) => row.decision === decision);
      expect(list.map((row) => row.position)).toEqual([1, 2, 3]);
      expect(list.map((row) => row.name)).toEqual([
        'Nguyễn Thị Ánh',
        'Bùi Văn Dũng',
        'Bùi Văn Đức',
      ]);
      expect(list.map((row) => row.serial - row.position)).toEqual(
        list.map(() => (list[0]?.serial ?? 0) - 1),
      );
    }
    expect(rows[0]?.text).toBe('001/2024/BDX-SNV');
  }, 240_000);
});
