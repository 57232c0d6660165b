import { describe, expect, it } from '@jest/globals';

import { calendarDate } from '../../shared/calendar-date.js';
import { ok, refused } from '../../shared/result.js';
import { decideEdition } from './decide-edition.js';
import {
  applyEditionEvent,
  EDITION_COMMANDS,
  EDITION_STAGES,
  type EditionCommand,
  type EditionContext,
  type EditionCourse,
  type EditionStage,
  type EditionTrack,
} from './edition-flow.js';

const today = calendarDate('2026-05-12');
const effect = calendarDate('2026-07-01');
const plan = {
  force: { from: effect, to: null },
  applies: { from: effect, to: null },
  closings: [{ editionId: 'e1', range: 'force' as const, to: effect }],
};

const context: EditionContext = {
  track: 'signature',
  today,
  changed: true,
  hoursFit: true,
  erratumRefusals: [],
  decisionTaken: false,
  sealedOn: calendarDate('2026-05-04'),
  issuedBy: null,
  mayBackdate: false,
  plan: ok(plan),
  fallbackIds: ['e0'],
};

const edition = (stage: EditionStage, other: Partial<EditionCourse> = {}): EditionCourse => ({
  stage,
  kind: 'amendment',
  manifestHash: stage === 'assembling' ? null : 'm1',
  preparedBy: stage === 'assembling' ? null : 'editor',
  authorIds: ['author'],
  ...other,
});

type IssueCommand = Extract<EditionCommand, { kind: 'issue' }>;

const issue: IssueCommand = {
  kind: 'issue',
  by: 'director',
  manifestHash: 'm1',
  decisionNo: ' 402/QĐ-SNV ',
  decisionDate: calendarDate('2026-05-10'),
  effectiveFrom: effect,
};

const commands: Readonly<Record<EditionCommand['kind'], EditionCommand>> = {
  prepare: { kind: 'prepare', by: 'editor', manifestHash: 'm1' },
  approve: { kind: 'approve', by: 'chair', manifestHash: 'm1' },
  return: { kind: 'return', by: 'director', reason: 'thiếu căn cứ' },
  issue,
  withdraw: {
    kind: 'withdraw',
    by: 'director',
    decisionNo: '9/QĐ',
    decisionDate: today,
    reason: 'sai căn cứ',
    on: today,
    fallbackId: null,
  },
};

/** Stages in which a command is heard, by track; everywhere else it is refused. */
const heard: Readonly<
  Record<EditionTrack, Readonly<Record<EditionCommand['kind'], readonly EditionStage[]>>>
> = {
  signature: {
    prepare: ['assembling'],
    approve: [],
    return: ['candidate'],
    issue: ['candidate'],
    withdraw: ['issued'],
  },
  council: {
    prepare: ['assembling'],
    approve: ['candidate'],
    return: ['candidate', 'approved'],
    issue: ['approved'],
    withdraw: ['issued'],
  },
};

const after: Readonly<Record<EditionCommand['kind'], EditionStage>> = {
  prepare: 'candidate',
  approve: 'approved',
  return: 'returned',
  issue: 'issued',
  withdraw: 'withdrawn',
};

const triples = (['signature', 'council'] as const).flatMap((track) =>
  EDITION_STAGES.flatMap((stage) =>
    EDITION_COMMANDS.map((kind) => {
      const expected = heard[track][kind].includes(stage) ? after[kind] : 'refused';
      return [track, stage, kind, expected] as const;
    }),
  ),
);

const codeOf = (
  course: EditionCourse,
  command: EditionCommand,
  other: Partial<EditionContext> = {},
) => {
  const decision = decideEdition(course, command, { ...context, ...other });
  return decision.ok ? null : decision.error.code;
};

describe('an edition on its way', () => {
  it.each(triples)('by %s, in %s, told to %s: %s', (track, stage, kind, expected) => {
    const decision = decideEdition(edition(stage), commands[kind], { ...context, track });
    if (expected === 'refused') {
      expect(decision).toEqual({
        ok: false,
        error: { code: 'edition.wrong_state', details: { state: stage, command: kind } },
      });
      return;
    }
    const events = decision.ok ? decision.value : [];
    expect(events.reduce(applyEditionEvent, edition(stage)).stage).toBe(expected);
  });

  it('freezes the manifest and who prepared it', () => {
    const decision = decideEdition(edition('assembling'), commands.prepare, context);
    const events = decision.ok ? decision.value : [];
    expect(events.reduce(applyEditionEvent, edition('assembling'))).toMatchObject({
      stage: 'candidate',
      manifestHash: 'm1',
      preparedBy: 'editor',
    });
  });

  it('is issued with the ranges planned and the number without blanks around it', () => {
    const decision = decideEdition(edition('candidate'), issue, context);
    const { by, manifestHash, decisionDate } = issue;
    expect(decision).toEqual(
      ok([{ kind: 'issued', by, manifestHash, decisionNo: '402/QĐ-SNV', decisionDate, plan }]),
    );
  });

  it.each<[string, Partial<IssueCommand>, Partial<EditionContext>, string]>([
    ['by an author', { by: 'author' }, {}, 'permission.same_person'],
    ['by who prepared it', { by: 'editor' }, {}, 'permission.same_person'],
    ['for another manifest', { manifestHash: 'm2' }, {}, 'edition.manifest_changed'],
    ['without a number', { decisionNo: '  ' }, {}, 'request.invalid'],
    ['dated tomorrow', { decisionDate: calendarDate('2026-05-13') }, {}, 'request.invalid'],
    [
      'dated before it was sealed',
      { decisionDate: calendarDate('2026-05-03') },
      {},
      'request.invalid',
    ],
    ['under a number that is taken', {}, { decisionTaken: true }, 'edition.decision_taken'],
    [
      'with effect yesterday',
      { effectiveFrom: calendarDate('2026-05-11') },
      {},
      'edition.date_in_past',
    ],
    [
      'over another edition',
      {},
      { plan: refused('edition.dates_overlap') },
      'edition.dates_overlap',
    ],
    ['without ranges', {}, { plan: null }, 'request.invalid'],
    ['with hours that do not add up', {}, { hoursFit: false }, 'curriculum.hours_do_not_add_up'],
  ])('is not issued %s', (_name, command, other, code) => {
    expect(codeOf(edition('candidate'), { ...issue, ...command }, other)).toBe(code);
  });

  it('takes effect today, or earlier by whoever may backdate', () => {
    expect(codeOf(edition('candidate'), { ...issue, effectiveFrom: today })).toBeNull();
    const past = { ...issue, effectiveFrom: calendarDate('2026-05-11') };
    expect(codeOf(edition('candidate'), past, { mayBackdate: true })).toBeNull();
  });

  it('is not approved by an author either, nor for another manifest', () => {
    const council = { track: 'council' as const };
    const approve = (by: string, manifestHash: string) =>
      codeOf(edition('candidate'), { kind: 'approve', by, manifestHash }, council);
    expect(approve('author', 'm1')).toBe('permission.same_person');
    expect(approve('chair', 'm0')).toBe('edition.manifest_changed');
  });

  const refusal = { code: 'node_added' as const, nodeId: 'n', params: {} };

  it.each<[string, Partial<EditionCourse>, Partial<EditionContext>, string | null]>([
    ['nothing changed', {}, { changed: false }, 'curriculum.nothing_changed'],
    ['hours do not add up', {}, { hoursFit: false }, 'curriculum.hours_do_not_add_up'],
    [
      'an erratum is none',
      { kind: 'erratum' },
      { erratumRefusals: [refusal] },
      'edition.not_an_erratum',
    ],
    ['an amendment would be no erratum', {}, { erratumRefusals: [refusal] }, null],
  ])('when %s is prepared: %j', (_name, course, other, code) => {
    expect(codeOf(edition('assembling', course), commands.prepare, other)).toBe(code);
  });

  it('wants reasons for going back and for being withdrawn, and no withdrawal in the past', () => {
    const withdraw = { ...commands.withdraw } as Extract<EditionCommand, { kind: 'withdraw' }>;
    expect(codeOf(edition('candidate'), { kind: 'return', by: 'd', reason: ' ' })).toBe(
      'request.invalid',
    );
    expect(codeOf(edition('issued'), { ...withdraw, reason: '' })).toBe('request.invalid');
    expect(codeOf(edition('issued'), { ...withdraw, decisionNo: '' })).toBe('request.invalid');
    const yesterday = calendarDate('2026-05-11');
    expect(codeOf(edition('issued'), { ...withdraw, on: yesterday })).toBe('edition.date_in_past');
    const tomorrow = calendarDate('2026-05-13');
    expect(codeOf(edition('issued'), { ...withdraw, decisionDate: tomorrow })).toBe(
      'request.invalid',
    );
  });

  it.each<[string, string, string, string | null]>([
    ['the decision that issued it', '402/QĐ', '2026-05-10', 'request.invalid'],
    ['a decision of before', '403/QĐ', '2026-05-09', 'request.invalid'],
    ['the same number of another day', '402/QĐ', '2026-05-11', null],
    ['another decision of that day', '403/QĐ', '2026-05-10', null],
  ])('is withdrawn by a decision of its own: %s', (_name, decisionNo, date, code) => {
    const withdraw = { ...commands.withdraw, decisionNo, decisionDate: calendarDate(date) };
    const issuedBy = { decisionNo: '402/QĐ', decisionDate: calendarDate('2026-05-10') };
    expect(codeOf(edition('issued'), withdraw as EditionCommand, { issuedBy })).toBe(code);
  });

  it('is withdrawn with the edition that takes its place, when one may and it is among them', () => {
    const withdraw = { ...commands.withdraw } as Extract<EditionCommand, { kind: 'withdraw' }>;
    const judge = (fallbackId: string | null, fallbackIds: EditionContext['fallbackIds']) =>
      decideEdition(edition('issued'), { ...withdraw, fallbackId }, { ...context, fallbackIds });
    expect(judge('e0', ['e0'])).toMatchObject({ value: [{ governed: true, fallbackId: 'e0' }] });
    expect(judge(null, ['e0'])).toMatchObject({ value: [{ governed: true, fallbackId: null }] });
    expect(judge(null, null)).toMatchObject({ value: [{ governed: false, fallbackId: null }] });
    const not = { error: { details: { field: 'fallbackId', reason: 'not_possible' } } };
    expect(judge('e9', ['e0'])).toMatchObject(not);
    expect(judge('e0', null)).toMatchObject(not);
  });
});
