import { describe, expect, it } from '@jest/globals';
import { certifierOf, signerTitleLines } from './certifier.js';
import { dayText, insideSentence, markText, workplaceText } from './paper-texts.js';
import { printedBirthDate } from './printed-birth-date.js';
import { hasStudyEnded } from './study-ended.js';

describe('texts of the paper', () => {
  it('write marks, days and places as papers do', () => {
    expect([markText(790), markText(1000), markText(null)]).toEqual(['7,9', '10,0', null]);
    expect([dayText('2026-05-11'), dayText(null)]).toEqual(['11/05/2026', '']);
    expect(insideSentence('Đơn vị')).toBe('đơn vị');
  });

  it('name the province once', () => {
    const committee = 'Ủy ban nhân dân xã Mường Bi';
    expect(workplaceText(committee, 'Tỉnh Phú Thọ')).toBe(`${committee}, tỉnh Phú Thọ`);
    expect(workplaceText('Sở Nội vụ tỉnh Phú Thọ', 'Tỉnh Phú Thọ')).toBe('Sở Nội vụ tỉnh Phú Thọ');
    expect(workplaceText(null, 'Tỉnh Phú Thọ')).toBeNull();
  });

  it('certify in the name of the head of the body', () => {
    const name = 'Sở Nội vụ tỉnh Phú Thọ';
    expect(certifierOf({ kind: 'home_affairs', name })).toBe(`Giám đốc ${name}`);
    expect(certifierOf({ kind: 'other', name: 'Viện' })).toBe('Viện');
    expect(signerTitleLines('Kt. Giám đốc / Phó Giám đốc')).toEqual([
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
    ]);
    expect(signerTitleLines('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC')).toHaveLength(2);
  });

  it('are read back for the register', () => {
    expect(printedBirthDate('ngày 12 tháng 9 năm 1998')).toBe('12/09/1998');
    expect(printedBirthDate('ngày 02 tháng 01 năm 2000')).toBe('02/01/2000');
    expect(printedBirthDate('năm 1958')).toBe('năm 1958');
    expect(printedBirthDate('')).toBeNull();
  });
});

describe('the end of study', () => {
  it('is said by an act, or by the last day', () => {
    const cohort = { closesOn: '2026-06-12' };
    expect(hasStudyEnded({ ...cohort, state: 'running' }, '2026-06-11')).toBe(false);
    expect(hasStudyEnded({ ...cohort, state: 'running' }, '2026-06-12')).toBe(true);
    expect(hasStudyEnded({ ...cohort, state: 'study_ended' }, '2026-06-01')).toBe(true);
    expect(hasStudyEnded({ ...cohort, state: 'planned' }, '2026-07-01')).toBe(false);
  });
});
