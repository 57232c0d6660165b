import { describe, expect, it } from '@jest/globals';

import { DomainError } from '../../shared/domain-error.js';
import type { PrintField } from './print-fields.js';
import { fillTemplate } from './text-template.js';

function filler(values: Partial<Record<PrintField, string>>) {
  return (field: PrintField) => values[field] ?? null;
}

function plain(template: string, values: Partial<Record<PrintField, string>>): string[] {
  return fillTemplate(template, filler(values)).map((line) => line.map((p) => p.text).join(''));
}

describe('a template', () => {
  it('is filled with fields', () => {
    expect(plain('sinh {birthDate},', { birthDate: 'năm 1998' })).toEqual(['sinh năm 1998,']);
  });

  it('leaves out what stands in brackets with an empty field', () => {
    const template = '{hours} tiết.[ Xếp loại: {grade}.]';
    expect(plain(template, { hours: '40' })).toEqual(['40 tiết.']);
    expect(plain(template, { hours: '40', grade: 'Khá' })).toEqual(['40 tiết. Xếp loại: Khá.']);
  });

  it('stays empty when a field outside brackets is empty', () => {
    expect(plain('Số {serialNumber}', {})).toEqual([]);
  });

  it('marks what stands between stars as strong', () => {
    expect(fillTemplate('theo *ấn bản {editionLabel}*,', filler({ editionLabel: '2' }))).toEqual([
      [
        { text: 'theo ', strong: false },
        { text: 'ấn bản ', strong: true },
        { text: '2', strong: true },
        { text: ',', strong: false },
      ],
    ]);
  });

  it('starts a new line at a line feed, also one inside a field', () => {
    expect(plain('{signerTitle}\nx', { signerTitle: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC' })).toEqual([
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'x',
    ]);
  });

  it('never reads a field as a template', () => {
    const hostile = '{grade} *a* [b] ] { }';
    expect(fillTemplate('{holderName}', filler({ holderName: hostile, grade: 'Giỏi' }))).toEqual([
      [{ text: hostile, strong: false }],
    ]);
  });

  it.each(['{unknown}', '[a', 'a]', '*a', '{', 'a}', '[a[b]]'])(
    'is refused when it reads %j',
    (t) => {
      expect(() => fillTemplate(t, filler({}))).toThrow(DomainError);
    },
  );
});
