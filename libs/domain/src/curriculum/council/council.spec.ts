import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../../shared/calendar-date.js';
import { compositionFaults } from './composition.js';
import {
  BALLOT_VALUES,
  leastOf,
  type Ballot,
  type BallotValue,
  type CouncilDuty,
  type CouncilMember,
  type CouncilRules,
} from './council.js';
import {
  COUNCIL_COMMANDS,
  COUNCIL_STAGES,
  decideCouncil,
  type CouncilCommand,
  type CouncilSession,
  type CouncilStage,
} from './decide-council.js';
import { tally } from './tally.js';

const rules: CouncilRules = {
  leastMembers: 5,
  mostMembers: 7,
  teachers: { of: 1, in: 3 },
  leastUserRepresentatives: 1,
  leastYearsOfExperience: 5,
  quorum: { of: 2, in: 3 },
  majority: { of: 2, in: 3 },
  daysAhead: 3,
};
const today = calendarDate('2026-06-26');

const person = (
  accountId: string,
  duty: CouncilDuty = 'member',
  other: Partial<CouncilMember> = {},
): CouncilMember => ({
  accountId,
  duty,
  isTeacher: false,
  representsUsers: false,
  yearsOfExperience: 8,
  ...other,
});

const seven: readonly CouncilMember[] = [
  person('chu-tich', 'chair'),
  person('thu-ky', 'secretary'),
  person('phan-bien-1', 'reviewer', { isTeacher: true }),
  person('phan-bien-2', 'reviewer', { isTeacher: true }),
  person('xa', 'member', { representsUsers: true }),
  person('uy-vien-1', 'member', { isTeacher: true }),
  person('uy-vien-2'),
];

const session = (other: Partial<CouncilSession> = {}): CouncilSession => ({
  stage: 'sitting',
  outcome: null,
  members: seven,
  manifestHash: 'x',
  recusedIds: [],
  papersSentOn: calendarDate('2026-06-22'),
  ballots: [],
  ...other,
});

const votes = (value: BallotValue, ...ids: string[]): Ballot[] =>
  ids.map((memberId) => ({ memberId, value, manifestHash: 'x' }));

const ids = seven.map((member) => member.accountId);
const codes = (members: readonly CouncilMember[]) =>
  compositionFaults(members, rules).map((fault) => fault.code);

describe('the composition of a council', () => {
  it('holds for seven with chair, secretary, reviewers, teachers and a user', () => {
    expect(compositionFaults(seven, rules)).toEqual([]);
  });

  it('is refused for five with one teacher: two are needed', () => {
    const five = seven.slice(0, 5).map((one, index) => ({ ...one, isTeacher: index === 2 }));
    expect(compositionFaults(five, rules)).toEqual([{ code: 'few_teachers', found: 1, wanted: 2 }]);
  });

  it.each<[string, readonly CouncilMember[], string[]]>([
    ['four people', seven.slice(1, 5), ['too_few', 'one_chair']],
    ['eight people', [...seven, person('them', 'member', { isTeacher: true })], ['too_many']],
    ['somebody twice', [...seven.slice(0, 6), person('xa')], ['named_twice']],
    [
      'two chairs',
      seven.map((m) => (m.duty === 'secretary' ? { ...m, duty: 'chair' as const } : m)),
      ['one_chair', 'one_secretary'],
    ],
    [
      'nobody from the communes',
      seven.map((m) => ({ ...m, representsUsers: false })),
      ['few_user_representatives'],
    ],
    [
      'a beginner',
      seven.map((m) => (m.accountId === 'xa' ? { ...m, yearsOfExperience: 4 } : m)),
      ['little_experience'],
    ],
    [
      'no reviewer',
      seven.map((m) => (m.duty === 'reviewer' ? { ...m, duty: 'member' as const } : m)),
      ['no_reviewer'],
    ],
  ])('is refused for %s', (_name, members, expected) => {
    expect(codes(members)).toEqual(expected);
  });
});

describe('a count', () => {
  it('asks two thirds of everyone appointed, the chair among them', () => {
    expect([5, 6, 7].map((count) => leastOf(rules.quorum, count))).toEqual([4, 4, 5]);
    const four = tally(session({ ballots: votes('pass', ...ids.slice(0, 4)) }), rules, today);
    expect(four.faults).toEqual([{ code: 'no_quorum', found: 4, wanted: 5 }]);
    const headless = tally(session({ ballots: votes('pass', ...ids.slice(1)) }), rules, today);
    expect(headless.faults).toEqual([{ code: 'chair_absent' }]);
  });

  it('of five votes finds no quorum when one of them is an author’s', () => {
    const recused = session({
      recusedIds: ['xa', 'uy-vien-2'],
      ballots: votes('pass', ...ids.slice(0, 5)),
    });
    expect(tally(recused, rules, today)).toMatchObject({ present: 4, outcome: null });
  });

  it('does not count votes on what was frozen before, and asks their givers again', () => {
    const refrozen = session({ manifestHash: 'y', ballots: votes('pass', ...ids) });
    expect(tally(refrozen, rules, today)).toMatchObject({ present: 0, outdatedIds: ids });
  });

  it('counts the latest vote of each', () => {
    const ballots = [...votes('fail', ...ids), ...votes('pass', ...ids)];
    expect(tally(session({ ballots }), rules, today)).toMatchObject({
      present: 7,
      votes: { pass: 7, fail: 0 },
      outcome: 'pass',
    });
  });

  it.each<[number, number, number, number, string]>([
    [5, 0, 1, 1, 'pass'],
    [4, 1, 1, 1, 'pass_with_changes'],
    [4, 0, 2, 1, 'fail'],
    [4, 0, 1, 0, 'pass'],
    [0, 5, 1, 1, 'pass_with_changes'],
    [2, 2, 3, 0, 'fail'],
  ])(
    'of %i pass, %i with changes, %i fail, %i abstain is %s',
    (pass, changes, fail, abstain, outcome) => {
      const values: BallotValue[] = [
        ...Array<BallotValue>(pass).fill('pass'),
        ...Array<BallotValue>(changes).fill('pass_with_changes'),
        ...Array<BallotValue>(fail).fill('fail'),
        ...Array<BallotValue>(abstain).fill('abstain'),
      ];
      const ballots = values.flatMap((value, index) => votes(value, ids[index] ?? ''));
      expect(tally(session({ ballots }), rules, today).outcome).toBe(outcome);
    },
  );

  it('waits until the papers have been out long enough', () => {
    const late = session({
      papersSentOn: calendarDate('2026-06-24'),
      ballots: votes('pass', ...ids),
    });
    expect(tally(late, rules, today).faults).toEqual([
      { code: 'papers_too_late', from: '2026-06-27' },
    ]);
    expect(tally(late, rules, calendarDate('2026-06-27')).outcome).toBe('pass');
  });

  it('never passes with less than two thirds of those present, whatever is voted', () => {
    const ballot = fc.record({
      memberId: fc.constantFrom(...ids, 'stranger'),
      value: fc.constantFrom(...BALLOT_VALUES),
      manifestHash: fc.constantFrom('x', 'y'),
    });
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 20 }), fc.subarray(ids), (ballots, recusedIds) => {
        const count = tally(session({ ballots, recusedIds }), rules, today);
        const { pass, pass_with_changes: changes, fail, abstain } = count.votes;
        expect(pass + changes + fail + abstain).toBe(count.present);
        expect(count.counting.some(({ memberId }) => recusedIds.includes(memberId))).toBe(false);
        if (count.outcome === 'pass') expect(3 * pass).toBeGreaterThanOrEqual(2 * count.present);
        if (count.outcome !== null) expect(3 * count.present).toBeGreaterThanOrEqual(2 * 7);
      }),
    );
  });
});

const commands: Readonly<Record<CouncilCommand['kind'], CouncilCommand>> = {
  vote: { kind: 'vote', by: 'xa', value: 'pass', manifestHash: 'x', comment: '' },
  close: { kind: 'close', by: 'chu-tich', conclusion: 'Đạt.' },
  confirm: { kind: 'confirm', by: 'chu-tich', manifestHash: 'y' },
  dissolve: { kind: 'dissolve', by: 'thu-ky', reason: 'Trả lại để sửa.' },
};
const table: Readonly<
  Record<CouncilStage, Readonly<Record<CouncilCommand['kind'], string | null>>>
> = {
  sitting: { vote: 'voted', close: 'decided', confirm: null, dissolve: 'dissolved' },
  decided: { vote: null, close: null, confirm: 'confirmed', dissolve: null },
  dissolved: { vote: null, close: null, confirm: null, dissolve: null },
};
const pairs = COUNCIL_STAGES.flatMap((stage) =>
  COUNCIL_COMMANDS.map((kind) => [stage, kind, table[stage][kind]] as const),
);

describe('a council at work', () => {
  const decide = (command: CouncilCommand, other: Partial<CouncilSession> = {}) =>
    decideCouncil(session({ ballots: votes('pass', ...ids), ...other }), command, { rules, today });
  const code = (command: CouncilCommand, other: Partial<CouncilSession> = {}) => {
    const decision = decide(command, other);
    return decision.ok ? decision.value.kind : decision.error.code;
  };

  it.each(pairs)('%s, told to %s: %s', (stage, kind, event) => {
    const outcome = stage === 'decided' ? 'pass_with_changes' : null;
    expect(code(commands[kind], { stage, outcome })).toBe(event ?? 'council.wrong_state');
  });

  it('takes votes of its members only, and none of those who wrote', () => {
    const vote = (by: string): CouncilCommand => ({
      kind: 'vote',
      by,
      value: 'pass',
      manifestHash: 'x',
      comment: '',
    });
    expect(code(vote('stranger'))).toBe('council.not_a_member');
    expect(code(vote('xa'), { recusedIds: ['xa'] })).toBe('permission.same_person');
  });

  it('takes votes on what is frozen now only', () => {
    expect(code(commands.vote, { manifestHash: 'y' })).toBe('edition.manifest_changed');
  });

  it.each<[BallotValue, string]>([
    ['fail', 'request.invalid'],
    ['pass_with_changes', 'request.invalid'],
    ['abstain', 'voted'],
    ['pass', 'voted'],
  ])('wants a reason with what is not plain assent: %s', (value, expected) => {
    expect(code({ kind: 'vote', by: 'xa', value, manifestHash: 'x', comment: ' ' })).toBe(expected);
  });

  it('is closed by its chair alone, and only when it can decide', () => {
    expect(code({ kind: 'close', by: 'thu-ky', conclusion: '' })).toBe('council.chair_only');
    expect(code(commands.close, { ballots: [] })).toBe('council.cannot_decide');
    const divided = { ballots: votes('fail', ...ids) };
    expect(code({ kind: 'close', by: 'chu-tich', conclusion: '' }, divided)).toBe(
      'request.invalid',
    );
    expect(decide(commands.close, divided)).toMatchObject({ value: { outcome: 'fail' } });
  });

  it('confirms no changes in what says the same as what it judged', () => {
    const decided = { stage: 'decided', outcome: 'pass_with_changes' } as const;
    const same: CouncilCommand = { kind: 'confirm', by: 'chu-tich', manifestHash: 'x' };
    expect(code(same, decided)).toBe('council.nothing_changed');
    expect(code({ ...same, by: 'xa' }, decided)).toBe('council.chair_only');
  });

  it('confirms changes only where it asked for some', () => {
    expect(code(commands.confirm, { stage: 'decided', outcome: 'pass' })).toBe(
      'council.wrong_state',
    );
  });
});
