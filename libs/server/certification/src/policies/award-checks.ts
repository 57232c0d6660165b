import type { readProposal, ResponseOf } from '@cam-nang/contracts';
import type { PrintRefusal } from '@cam-nang/domain';
import type { ListedPerson } from './award-print.js';

/** One thing that was looked at before a list may be submitted. */
export type AwardCheck = ResponseOf<typeof readProposal>['checks'][number];

/** What the checks look at. */
export interface CheckedAward {
  readonly people: readonly ListedPerson[];
  /** Names of listed people who have not confirmed what will be printed. */
  readonly unconfirmed: readonly string[];
  /** Names of listed people who hold a certificate of this course and type. */
  readonly certified: readonly string[];
  readonly refusals: readonly PrintRefusal[];
  readonly studyEnded: boolean;
}

const MOST_NAMES = 10;

function check(
  code: string,
  blocking: boolean,
  names: readonly string[],
  params: AwardCheck['params'] = {},
): AwardCheck {
  const distinct = [...new Set(names)];
  const said = { count: names.length, names: distinct.slice(0, MOST_NAMES).join(', ') };
  return { code, blocking, met: names.length === 0, params: { ...said, ...params } };
}

function namesakes(people: readonly ListedPerson[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { fullName, birthDate } of people) {
    const key = `${fullName.normalize('NFC').toLocaleLowerCase('vi')} ${birthDate ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), fullName]);
  }
  return [...groups.values()].filter((names) => names.length > 1).flat();
}

/**
 * Everything looked at before numbers are taken, met or not. Blocking ones keep a list from being
 * submitted; two people of one name and birth date are only pointed out, they may both be real.
 */
export function awardChecks(award: CheckedAward): AwardCheck[] {
  const { people, refusals } = award;
  const glyphs = refusals.filter((one) => one.reason === 'missing_glyph');
  const widths = refusals.filter((one) => one.reason === 'text_too_long');
  const characters = [...new Set(glyphs.flatMap((one) => one.characters))].join(' ');
  const listed = { listed: people.length };
  const undated = people.filter((one) => one.birthDate === null).map((one) => one.fullName);
  return [
    { code: 'study-ended', blocking: true, met: award.studyEnded, params: {} },
    check('data-confirmed', false, award.unconfirmed, listed),
    check('birth-date-known', true, undated, listed),
    check(
      'glyphs',
      true,
      glyphs.map((one) => one.person),
      {
        ...listed,
        characters,
      },
    ),
    check(
      'widths',
      true,
      widths.map((one) => one.person),
      listed,
    ),
    check('not-certified', true, award.certified, listed),
    check('namesakes', false, namesakes(people), listed),
  ];
}
