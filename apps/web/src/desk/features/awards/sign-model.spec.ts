import { describe, expect, it } from '@jest/globals';
import { judgeSigning, placeOfUnit, signBody, signDays, type SignValues } from './sign-model.js';

const values: SignValues = {
  decisionNo: '126/QĐ-SNV',
  confirmation: '126/QĐ-SNV',
  decisionDate: '08/07/2026',
  place: 'Phú Thọ',
  signerTitle: 'Giám đốc',
};
const days = signDays({ opensOn: '2026-05-11', closesOn: '2026-06-30' }, '2026-07-08');

describe('a decision before it is signed', () => {
  it('is ready when everything is there, in whatever form the letters come', () => {
    const typed = { ...values, confirmation: ` ${'126/QĐ-SNV'.normalize('NFD')} ` };
    expect(judgeSigning(typed, days)).toEqual({ missing: [], errors: {}, ready: true });
    expect(signBody(typed, 'a')).toMatchObject({
      decisionDate: '2026-07-08',
      confirmation: '126/QĐ-SNV',
    });
  });

  it('names what is missing without calling it wrong', () => {
    const state = judgeSigning({ ...values, decisionNo: ' ', confirmation: '' }, days);
    expect(state).toEqual({ missing: ['decisionNo', 'confirmation'], errors: {}, ready: false });
  });

  it('refuses another number, no day, and a day to come', () => {
    const errors = (change: Partial<SignValues>) =>
      judgeSigning({ ...values, ...change }, days).errors;
    expect(errors({ confirmation: '126/QĐ-SVN' })).toEqual({ confirmation: 'confirmationDiffers' });
    expect(errors({ decisionDate: '31/02/2026' })).toEqual({ decisionDate: 'dateWrong' });
    expect(errors({ decisionDate: '09/07/2026' })).toEqual({ decisionDate: 'dateAhead' });
    expect(errors({ decisionDate: '29/06/2026' })).toEqual({ decisionDate: 'dateBefore' });
    expect(errors({ decisionDate: '08/07/2025' })).toEqual({ decisionDate: 'dateBefore' });
  });

  it('may be dated within study that was ended early, but not before it', () => {
    const early = signDays({ opensOn: '2026-05-11', closesOn: '2026-09-30' }, '2026-07-08');
    expect(judgeSigning(values, early).errors).toEqual({});
    expect(judgeSigning({ ...values, decisionDate: '10/05/2026' }, early).errors).toEqual({
      decisionDate: 'dateBefore',
    });
  });

  it('writes the place as documents do', () => {
    expect(['Tỉnh Phú Thọ', 'Thành phố Hà Nội', 'Xã Lạc Sơn'].map(placeOfUnit)).toEqual([
      'Phú Thọ',
      'Hà Nội',
      'Xã Lạc Sơn',
    ]);
  });
});
