import { describe, expect, it } from '@jest/globals';
import { judgeWithdrawal, withdrawBody, type WithdrawValues } from './withdraw-model.js';

const values: WithdrawValues = {
  decisionNo: '88/QĐ-SNV ',
  decisionDate: '01/03/2026',
  reason: 'Căn cứ đã hết hiệu lực.',
  on: '02/03/2026',
  fallback: 'none',
  confirmation: '88/QĐ-SNV',
};
const ground = {
  today: '2026-03-02',
  governs: true,
  issuedBy: { decisionNo: '57/QĐ-SNV', decisionDate: '2026-02-20' },
};

describe('a withdrawal as it is typed', () => {
  it('is let through when all of it is said', () => {
    expect(judgeWithdrawal(values, ground)).toEqual({});
    expect(withdrawBody(values)).toEqual({
      decisionNo: '88/QĐ-SNV',
      decisionDate: '2026-03-01',
      reason: 'Căn cứ đã hết hiệu lực.',
      on: '2026-03-02',
      fallbackId: null,
      confirmation: '88/QĐ-SNV',
    });
    expect(withdrawBody({ ...values, fallback: 'e1' }).fallbackId).toBe('e1');
  });

  it.each<[keyof WithdrawValues, string, string]>([
    ['decisionNo', ' ', 'withdraw.missing'],
    ['decisionDate', '31/02/2026', 'dateWrong'],
    ['decisionDate', '03/03/2026', 'dateAhead'],
    ['decisionDate', '19/02/2026', 'withdraw.beforeIssue'],
    ['reason', '', 'withdraw.missing'],
    ['on', '01/03/2026', 'withdraw.datePast'],
    ['on', '', 'dateWrong'],
    ['fallback', '', 'withdraw.missing'],
    ['confirmation', '88/QĐ', 'confirmationDiffers'],
  ])('says what is wrong with %s “%s”', (field, typed, error) => {
    const errors = judgeWithdrawal({ ...values, [field]: typed }, ground);
    expect(errors[field]).toBe(error);
  });

  it('is not by the decision that issued it, though another year may give its number again', () => {
    const typed = { ...values, decisionNo: '57/QĐ-SNV', confirmation: '57/QĐ-SNV' };
    const issued = { ...typed, decisionDate: '20/02/2026' };
    expect(judgeWithdrawal(issued, ground)).toEqual({ decisionNo: 'withdraw.issuedIt' });
    expect(judgeWithdrawal(typed, ground)).toEqual({});
  });

  it('asks for no choice where opening cohorts do not take the edition anyway', () => {
    const errors = judgeWithdrawal({ ...values, fallback: '' }, { ...ground, governs: false });
    expect(errors).toEqual({});
  });
});
