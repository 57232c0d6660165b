import { calendarDate } from '../shared/calendar-date.js';
import type { RuleItem, RuleSet } from './rule-set.js';

const item = (number: string, document: string): RuleItem => ({
  number,
  basis: {
    strength: 'house',
    document,
    article: '',
    text: { vi: 'Quy tắc mẫu', en: 'Sample rule' },
  },
});

/** A rule set for specs, with the defaults of the dossier's table 10.2. */
export function makeRuleSet(change: Partial<RuleSet> = {}): RuleSet {
  return {
    id: 'rules-2025',
    title: { vi: 'Quy tắc lớp', en: 'Class rules' },
    valid: { from: calendarDate('2025-01-01'), to: null },
    scale: 1000,
    study: { ...item('1', 'TT 03/2023/TT-BNV'), minimumShare: 10_000 },
    attendance: {
      ...item('2', 'TT 03/2023/TT-BNV'),
      minimumShare: 10_000,
      excusedAllowance: 2000,
    },
    quizzes: { ...item('3', 'TT 03/2023/TT-BNV'), passShare: 5000, countingAttempt: 'best' },
    reports: { ...item('4', 'TT 03/2023/TT-BNV'), passShare: 5000 },
    dataConfirmed: item('5', ''),
    noOpenAppeal: item('6', ''),
    survey: item('7', ''),
    notCertified: item('8', 'TT 01/2018/TT-BNV'),
    mark: { ...item('9', ''), quizWeight: 1, reportWeight: 1 },
    grades: {
      ...item('10', ''),
      bands: [
        { code: 'average', from: 500, label: { vi: 'Trung bình', en: 'Average' } },
        { code: 'good', from: 700, label: { vi: 'Khá', en: 'Good' } },
        { code: 'excellent', from: 900, label: { vi: 'Giỏi', en: 'Excellent' } },
      ],
    },
    ...change,
  };
}
