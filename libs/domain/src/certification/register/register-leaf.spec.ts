import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { toHex } from '../../shared/bytes.js';
import { calendarDate } from '../../shared/calendar-date.js';
import type { CertificatePrint } from '../printed-data.js';
import { registerHeadBytes, registerLeafBytes, registerLeafHash } from './register-leaf.js';
import type { AmendmentLeaf, DocumentLeaf, EntryLeaf } from './register-leaf.js';

const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const printed: CertificatePrint = {
  salutation: 'ông',
  holderName: 'Bùi Văn Đức',
  birthDate: 'ngày 12 tháng 9 năm 1998',
  position: null,
  organisation: 'UBND xã Đà Bắc',
  courseCode: 'QLNN',
  courseTitle: 'Chương trình mẫu',
  editionLabel: '1.1',
  editionDecision: null,
  editionInForceFrom: '01/03/2024',
  manifestHash: '0f3a',
  cohortLabel: 'K1',
  studiedFrom: '01/06/2026',
  studiedTo: '05/06/2026',
  hours: 40,
  mark: '7,9',
  grade: 'Khá',
  decision: { number: '118/QĐ-SNV', date: '01/07/2026' },
  issuer: { name: 'Sở', certifier: 'Giám đốc', signerTitle: ['GIÁM ĐỐC'], signerName: 'Hà' },
  issuedOn: '2026-07-02',
  placeAndDate: 'Phú Thọ, ngày 02 tháng 7 năm 2026',
  serialNumber: 'BDX 000045',
  registerNumber: '045/2026/CCBD-SNV',
  verificationCode: '7F3K9QZ2M4XA',
  publicUrl: 'https://example.vn',
  modules: [],
  sample: true,
};
const entry: EntryLeaf = {
  kind: 'entry',
  entryId: 'e1',
  decisionId: 'd1',
  enrolmentId: 'n1',
  personId: 'p1',
  typeId: 't1',
  issuerId: 'i1',
  position: 1,
  serialNo: 45,
  serialNumber: 'BDX 000045',
  registerNo: 45,
  registerYear: 2026,
  registerNumber: '045/2026/CCBD-SNV',
  verificationCode: '7F3K9QZ2M4XA',
  statusIndex: 7,
  editionId: 'ed1',
  printed,
  issuedOn: calendarDate('2026-07-02'),
  enteredAt: '2026-07-02T01:00:00.000Z',
};
const document: DocumentLeaf = {
  kind: 'document',
  entryId: 'e1',
  sha256: 'ab'.repeat(32),
  bytes: 91_234,
  storageKey: 'certificates/e1.pdf',
  layoutId: 'l1',
  engine: 'typst',
  madeAt: '2026-07-02T01:00:05.000Z',
};
const amendment: AmendmentLeaf = {
  kind: 'amendment',
  amendmentId: 'a1',
  entryId: 'e1',
  amendment: 'correction',
  decisionNo: '12/QĐ-SNV',
  decisionDate: calendarDate('2026-08-01'),
  field: 'birthDate',
  oldValue: '1998-09-12',
  newValue: '1998-12-09',
  reason: 'Sai sót khi nhập',
  at: '2026-08-01T02:00:00.000Z',
  byId: 'u1',
};

const members = (leaf: object): [string, unknown][] => Object.entries(leaf);

describe('leaves of the register', () => {
  it('do not depend on the order of fields nor on the form of letters', () => {
    const turned = { ...Object.fromEntries(members(entry).reverse()), kind: 'entry' } as EntryLeaf;
    const loose = {
      ...turned,
      printed: { ...printed, holderName: 'Bùi Văn Đức'.normalize('NFD') },
    };
    expect(toHex(registerLeafHash(loose, sha256))).toBe(toHex(registerLeafHash(entry, sha256)));
  });

  it('have a form that never changes', () => {
    expect(text(registerLeafBytes(document))).toBe(
      `{"bytes":91234,"engine":"typst","entryId":"e1","kind":"document","layoutId":"l1",` +
        `"madeAt":"2026-07-02T01:00:05.000Z","sha256":"${'ab'.repeat(32)}",` +
        `"storageKey":"certificates/e1.pdf","version":1}`,
    );
    expect(toHex(registerLeafHash(entry, sha256))).toBe(
      '21e2be36b7603853ff2fd8ec610f4c422e21ab0af83d9b18d117d1662203e3dc',
    );
  });

  it('change with every single field', () => {
    for (const leaf of [entry, document, amendment]) {
      const whole = text(registerLeafBytes(leaf));
      for (const [name, value] of members(leaf)) {
        const touched = typeof value === 'number' ? value + 1 : `${JSON.stringify(value)}!`;
        expect(text(registerLeafBytes({ ...leaf, [name]: touched }))).not.toBe(whole);
      }
    }
    for (const name of Object.keys(printed)) {
      const touched = { ...entry, printed: { ...printed, [name]: 'khác' } };
      expect(text(registerLeafBytes(touched))).not.toBe(text(registerLeafBytes(entry)));
    }
  });
});

describe('heads', () => {
  it('are signed over size, root and time', () => {
    const head = { size: 600, root: 'ab', signedAt: '2026-07-02T01:00:05.000Z' };
    expect(text(registerHeadBytes(head))).toBe(
      '{"root":"ab","signedAt":"2026-07-02T01:00:05.000Z","size":600,"version":1}',
    );
  });
});
