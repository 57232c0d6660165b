import { describe, expect, it } from '@jest/globals';
import { formatFor } from '../../../lib/i18n/format.js';
import { factsOf, type FactWords } from './audit-facts.js';
import { en } from './messages/en.js';
import { vi } from './messages/vi.js';

const words = (locale: 'vi' | 'en'): FactWords => ({
  t: ((key: keyof typeof vi) => (locale === 'vi' ? vi : en)[key]) as FactWords['t'],
  roleName: (role) => `<${role}>`,
  format: formatFor(locale),
});

const unitId = '0190b9a0-1111-7222-8333-0123456789ab';

describe('the facts of an entry', () => {
  it('have names in the language of the screens, with identifiers by their end', () => {
    const details = { role: 'trainer', unitId, people: 3, decisionNo: '126/QĐ-SNV' };
    expect(factsOf(details, words('vi'))).toEqual([
      'vai: <trainer>',
      'đơn vị: …456789ab',
      'số người: 3',
      'số quyết định: 126/QĐ-SNV',
    ]);
    expect(factsOf(details, words('en'))).toEqual([
      'role: <trainer>',
      'unit: …456789ab',
      'people: 3',
      'decision number: 126/QĐ-SNV',
    ]);
  });

  it('have values in words too: roles, states, days, points, yes and no', () => {
    const details = {
      ...{ roles: ['trainer', 'marker'], from: 'running', to: 'study_ended' },
      ...{ effectiveFrom: '2026-07-01', points: 850, returned: false, eligible: 1200 },
    };
    expect(factsOf(details, words('vi'))).toEqual([
      'vai: <trainer>, <marker>',
      'từ: đang học',
      'sang: hết thời gian học',
      'có hiệu lực từ: 01/07/2026',
      'điểm: 8,5',
      'trả lại để sửa: không',
      'đủ điều kiện: 1.200',
    ]);
  });

  it('keep the name that was written where there are no words for it', () => {
    expect(factsOf({ toString: 1, somethingNew: null, deep: { a: 1 } }, words('vi'))).toEqual([
      'toString: 1',
      'somethingNew: –',
      'deep: {"a":1}',
    ]);
  });
});
