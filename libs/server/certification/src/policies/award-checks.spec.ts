import { describe, expect, it } from '@jest/globals';
import { sampleUnnumberedPrint } from '../documents/testing/sample-print.js';
import { awardChecks, type CheckedAward } from './award-checks.js';
import type { ListedPerson } from './award-print.js';

function person(fullName: string, birthDate: string | null = '1999-03-04'): ListedPerson {
  const paper = { ...sampleUnnumberedPrint(), holderName: fullName };
  return { personId: fullName, fullName, birthDate, unitName: 'xã Mường Bi', paper };
}

function failing(award: Partial<CheckedAward>) {
  const whole = { people: [], unconfirmed: [], certified: [], refusals: [], studyEnded: true };
  return awardChecks({ ...whole, ...award }).filter((check) => !check.met);
}

function refusal(reason: 'missing_glyph' | 'text_too_long', characters: readonly string[]) {
  return { reason, person: 'Vàng A 講', slot: 'name', text: 'Vàng A 講', characters };
}

describe('what is looked at before a list is submitted', () => {
  it('names everything, met or not', () => {
    const people = [person('Bùi Thị Linh'), person('Hà Văn Khánh')];
    const checks = awardChecks({
      people,
      unconfirmed: [],
      certified: [],
      refusals: [],
      studyEnded: true,
    });
    expect(checks.map((check) => check.code)).toEqual([
      'study-ended',
      'data-confirmed',
      'birth-date-known',
      'glyphs',
      'widths',
      'not-certified',
      'namesakes',
    ]);
    expect(checks.every((check) => check.met)).toBe(true);
  });

  it('points namesakes of one birth date out, and blocks nothing by it', () => {
    const two = [
      person('Bùi Thị Linh'),
      person('bùi thị linh'),
      person('Bùi Thị Linh', '1998-01-01'),
    ];
    expect(failing({ people: two })).toEqual([
      {
        code: 'namesakes',
        blocking: false,
        met: false,
        params: { count: 2, names: 'Bùi Thị Linh, bùi thị linh', listed: 3 },
      },
    ]);
  });

  it('blocks what cannot be printed, by name and sign', () => {
    const refusals = [refusal('missing_glyph', ['講']), refusal('text_too_long', [])];
    expect(failing({ refusals })).toMatchObject([
      { code: 'glyphs', blocking: true, params: { names: 'Vàng A 講', characters: '講' } },
      { code: 'widths', blocking: true, params: { count: 1 } },
    ]);
  });

  it('blocks a list from before the end of study, and people without a date of birth', () => {
    const people = [person('Lê Thị Ấn', null)];
    expect(failing({ people, studyEnded: false }).map((check) => check.code)).toEqual([
      'study-ended',
      'birth-date-known',
    ]);
  });
});
