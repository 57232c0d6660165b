import { describe, expect, it } from '@jest/globals';
import { readChange, readFacts } from './legal-form.js';

function form(values: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

const typed = {
  kind: 'decree',
  number: ' 30/2020/NĐ-CP ',
  issuer: 'Chính phủ',
  title: 'Về công tác văn thư',
  citedAs: 'Nghị định 30/2020/NĐ-CP',
  signedOn: '5/3/2020',
  inForceFrom: '05/03/2020',
  inForceTo: '',
  sourceUrl: '',
};

describe('the form of a document', () => {
  it('is read with what was left out as null', () => {
    expect(readFacts(form(typed)).body).toEqual({
      kind: 'decree',
      number: '30/2020/NĐ-CP',
      issuer: 'Chính phủ',
      title: 'Về công tác văn thư',
      citedAs: 'Nghị định 30/2020/NĐ-CP',
      signedOn: '2020-03-05',
      inForceFrom: '2020-03-05',
      inForceTo: null,
      sourceUrl: null,
    });
  });

  it('names every field that is missing or is no day', () => {
    const wrong = { ...typed, number: ' ', inForceFrom: '31/02/2020', sourceUrl: 'vanban.vn' };
    expect(readFacts(form(wrong)).errors).toEqual({
      number: 'needed',
      inForceFrom: 'dateWrong',
      sourceUrl: 'linkWrong',
    });
  });
});

describe('the form of a change', () => {
  it('needs a document and a day', () => {
    expect(readChange(form({ effect: 'amends', from: '1/7/2025', scope: '' }), 'a').body).toEqual({
      byId: 'a',
      effect: 'amends',
      from: '2025-07-01',
      scope: '',
    });
    expect(readChange(form({ from: '' }), undefined).errors).toEqual({
      byId: 'needed',
      from: 'needed',
    });
    expect(readChange(form({ from: '1.7' }), 'a').errors).toEqual({ from: 'dateWrong' });
  });
});
