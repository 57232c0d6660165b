import { describe, expect, it } from '@jest/globals';
import { issueBody, judgeIssue, restToType, type IssueValues } from './issue-model.js';

const values: IssueValues = {
  decisionNo: '182/QĐ-SNV',
  decisionDate: '29/06/2026',
  effectiveFrom: '15/07/2026',
  decisionName: 'Ban hành ấn bản 3.0',
  confirmation: '182/QĐ-SNV',
};
const days = { today: '2026-06-29', sealed: '2026-06-22', after: '2026-01-01' };
const judged = (change: Partial<IssueValues>) => judgeIssue({ ...values, ...change }, days);

describe('a decision about an edition before it is signed', () => {
  it('is ready when everything is there, in whatever form the letters come', () => {
    const typed = { ...values, confirmation: ` ${'182/QĐ-SNV'.normalize('NFD')} ` };
    expect(judgeIssue(typed, days)).toEqual({ missing: [], errors: {}, ready: true });
    expect(issueBody(typed, 'a')).toEqual({
      manifestHash: 'a',
      decisionNo: '182/QĐ-SNV',
      decisionDate: '2026-06-29',
      decisionTitle: 'Ban hành ấn bản 3.0',
      effectiveFrom: '2026-07-15',
      confirmation: '182/QĐ-SNV',
    });
  });

  it('does without a title and without an edition before it', () => {
    expect(judged({ decisionName: '' }).ready).toBe(true);
    expect(judgeIssue(values, { ...days, after: null }).ready).toBe(true);
  });

  it('names what is missing without calling it wrong', () => {
    expect(judged({ effectiveFrom: ' ', confirmation: '' })).toEqual({
      missing: ['effectiveFrom', 'confirmation'],
      errors: {},
      ready: false,
    });
  });

  it.each<[string, Partial<IssueValues>, object]>([
    ['no such day', { decisionDate: '31/02/2026' }, { decisionDate: 'dateWrong' }],
    ['signed tomorrow', { decisionDate: '30/06/2026' }, { decisionDate: 'dateAhead' }],
    [
      'signed before it was sealed',
      { decisionDate: '21/06/2026' },
      { decisionDate: 'dateBeforeSeal' },
    ],
    ['in force yesterday', { effectiveFrom: '28/06/2026' }, { effectiveFrom: 'datePast' }],
    ['another number', { confirmation: '182/QĐ-SVN' }, { confirmation: 'confirmationDiffers' }],
  ])('refuses %s', (_name, change, errors) => {
    expect(judged(change)).toMatchObject({ errors, ready: false });
  });

  it('refuses a day on which the edition before has only begun', () => {
    const later = { ...days, after: '2026-07-15' };
    expect(judgeIssue(values, later).errors).toEqual({ effectiveFrom: 'dateBeforeOther' });
    expect(judgeIssue({ ...values, effectiveFrom: '16/07/2026' }, later).ready).toBe(true);
  });

  it('says what is left to type and waits for it', () => {
    const half = { ...values, confirmation: '182/QĐ-' };
    expect(restToType(half)).toBe('SNV');
    expect(judged({ confirmation: '182/QĐ-' })).toEqual({
      missing: ['confirmation'],
      errors: {},
      ready: false,
    });
    expect(restToType(values)).toBeUndefined();
    expect(restToType({ ...values, confirmation: '' })).toBeUndefined();
  });
});
