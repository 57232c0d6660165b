import { describe, expect, it } from '@jest/globals';
import { calendarDate, type RichNode } from '@cam-nang/domain';
import type { LegalChangeRow, LegalDocumentRow } from '../persistence/legal-document-store.js';
import { unconfirmedBases } from './legal-bases.js';
import { legalRegister } from './legal-register.js';

function document(number: string, from: string, to: string | null = null): LegalDocumentRow {
  return {
    id: number,
    kind: 'law',
    number,
    issuer: 'Quốc hội',
    title: 'Luật Lưu trữ',
    citedAs: `Luật Lưu trữ số ${number}`,
    signedOn: null,
    inForceFrom: calendarDate(from),
    inForceTo: to === null ? null : calendarDate(to),
    sourceUrl: null,
    folded: '',
    ownerUnitId: 'u',
    version: 1,
    addedBy: 'a',
    addedAt: new Date(0),
    amendedBy: null,
    amendedAt: null,
  };
}

const change = (effect: LegalChangeRow['effect'], ofId: string): LegalChangeRow => ({
  id: 'c',
  ofId,
  byId: '33/2024/QH15',
  effect,
  from: calendarDate('2025-07-01'),
  scope: '',
});

const register = legalRegister(
  [
    document('33/2024/QH15', '2025-07-01'),
    document('01/2011/QH13', '2012-07-01'),
    document('10/2022/QH15', '2023-07-01'),
  ],
  [change('replaces', '01/2011/QH13'), change('replaces-part', '10/2022/QH15')],
);

function legal(cited: string, state = 'in-force'): RichNode {
  return { type: 'legal', attrs: { id: `b-${cited}`, document: cited, state } };
}

function found(on: string, ...blocks: RichNode[]) {
  const text: RichNode = { type: 'doc', content: [{ type: 'case', content: blocks }] };
  const node = { nodeId: 'n', label: '2.4', title: 'Lập hồ sơ', text };
  return unconfirmedBases(register, [node, { ...node, text: null }], calendarDate(on));
}

const problems = (on: string, ...blocks: RichNode[]) =>
  found(on, ...blocks).findings.map(({ problem }) => problem);

describe('legal bases that the register does not confirm', () => {
  it('are those that are over, not yet there, partly replaced or about to end, on that day', () => {
    const old = legal('Luật Lưu trữ số 01/2011/QH13');
    expect(problems('2025-06-30', old)).toEqual(['ends_later']);
    expect(problems('2025-07-01', old)).toEqual(['not_in_force']);
    const now = legal('Luật Lưu trữ số 33/2024/QH15');
    expect(problems('2025-06-30', now)).toEqual(['not_in_force']);
    expect(problems('2025-07-01', now)).toEqual([]);
    const part = legal('Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15');
    expect([problems('2025-06-30', part), problems('2025-07-01', part)]).toEqual([
      [],
      ['partly_replaced'],
    ]);
  });

  it('say where they stand, what they are and what replaced them', () => {
    const { total, findings } = found('2026-01-01', legal('Luật Lưu trữ số 01/2011/QH13'));
    expect(total).toBe(1);
    expect(findings).toMatchObject([
      {
        label: '2.4',
        blockId: 'b-Luật Lưu trữ số 01/2011/QH13',
        document: { number: '01/2011/QH13' },
        standing: { state: 'replaced', replacedBy: { number: '33/2024/QH15' } },
      },
    ]);
  });

  it('are also those that nobody has entered, but not what the text itself calls over', () => {
    expect(problems('2026-01-01', legal('Nghị định 99/1999/NĐ-CP'))).toEqual(['not_in_register']);
    const history = legal('Luật Lưu trữ số 01/2011/QH13', 'superseded');
    expect(found('2026-01-01', history)).toMatchObject({ total: 0, findings: [] });
  });
});
