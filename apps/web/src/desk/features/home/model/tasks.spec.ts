import { describe, expect, it } from '@jest/globals';
import {
  tasksOf,
  type Cohort,
  type Council,
  type CourseWithEditions,
  type DeskFacts,
  type Proposal,
  type Request,
} from './tasks.js';

const nothing: DeskFacts = {
  may: () => true,
  today: '2026-11-24',
  cohorts: [],
  proposals: [],
  requests: [],
  courses: [],
  councils: [],
  failures: [],
};

const proposal = (state: Proposal['state']) => ({ id: state, cohortId: 'c', state }) as Proposal;

const cohort = (state: Cohort['state'], closesOn: string, next: Cohort['state'][] = []) =>
  ({
    id: 'c',
    state,
    closesOn,
    reported: 0,
    allowed: { nextStates: next, computeAward: true, correct: true },
  }) as Cohort;

const request = (state: Request['state'], allowed: Partial<Request['allowed']>) =>
  ({ id: 'r', state, allowed }) as Request;

const kinds = (facts: Partial<DeskFacts>) =>
  tasksOf({ ...nothing, ...facts }).map((task) => task.kind);

describe('what waits for a person of the desk', () => {
  it('is nothing when nothing waits', () => {
    expect(tasksOf(nothing)).toEqual([]);
  });

  it('is the signature for who may sign, and for nobody else', () => {
    const proposals = [proposal('submitted')];
    expect(kinds({ proposals })).toEqual(['award-sign']);
    expect(kinds({ proposals, may: (one) => one !== 'award.sign' })).toEqual([]);
  });

  it('is a list that was computed, or came back', () => {
    const proposals = [proposal('computed'), proposal('returned'), proposal('signed')];
    expect(kinds({ proposals })).toEqual(['award-submit', 'award-returned']);
  });

  it('follows a cohort from its last day to its award', () => {
    expect(kinds({ cohorts: [cohort('running', '2026-11-23', ['study_ended'])] })).toEqual([
      'cohort-close',
    ]);
    expect(kinds({ cohorts: [cohort('running', '2026-12-24', ['study_ended'])] })).toEqual([]);
    expect(kinds({ cohorts: [cohort('study_ended', '2026-11-01', ['results_closed'])] })).toEqual([
      'cohort-results',
    ]);
    const cohorts = [cohort('results_closed', '2026-11-01')];
    expect(kinds({ cohorts })).toEqual(['award-compute']);
    expect(kinds({ cohorts, proposals: [proposal('signed')] })).toEqual([]);
  });

  it('is a name that somebody says is wrong, for who may put it right', () => {
    const running = cohort('running', '2026-12-24');
    const reported = { ...running, reported: 2 };
    const mayNot = { ...reported, allowed: { ...running.allowed, correct: false } };
    expect(kinds({ cohorts: [running, mayNot] })).toEqual([]);
    expect(kinds({ cohorts: [reported] })).toEqual(['people-reported']);
  });

  it('is a change request in the hands of this person', () => {
    const requests = [
      request('draft', { edit: true, wrote: true }),
      request('draft', { edit: true, wrote: false }),
      request('in_review', { review: true }),
      request('in_review', { review: false }),
      request('approved', { merge: true }),
      request('changes_requested', { edit: true, wrote: true }),
      request('changes_requested', { edit: true, wrote: false }),
      request('merged', { edit: true, wrote: true }),
    ];
    expect(kinds({ requests })).toEqual([
      'request-write',
      'request-review',
      'request-merge',
      'request-mend',
    ]);
  });

  it('is what others said about a request in review, for whoever wrote in it', () => {
    const said = (open: number, wrote: boolean) =>
      ({ ...request('in_review', { wrote }), threads: { open, blocking: 0 } }) as Request;
    expect(kinds({ requests: [said(2, true)] })).toEqual(['request-answer']);
    expect(kinds({ requests: [said(0, true), said(2, false)] })).toEqual([]);
  });

  it('is a request whose ground moved while it was in review, for whoever wrote in it', () => {
    const moved = (allowed: Partial<Request['allowed']>, open = 0) =>
      ({
        ...request('in_review', allowed),
        outdated: true,
        threads: { open, blocking: 0 },
      }) as Request;
    expect(kinds({ requests: [moved({ edit: true, wrote: true })] })).toEqual(['request-outdated']);
    expect(kinds({ requests: [moved({ edit: true, wrote: true }, 1)] })).toEqual([
      'request-answer',
    ]);
    const others = [moved({ edit: true, wrote: false }), moved({ edit: false, wrote: true })];
    expect(kinds({ requests: others })).toEqual([]);
  });

  it('is an edition that waits for its decision', () => {
    const courses = [
      { course: {}, editions: [{ state: 'candidate' }, { state: 'in_force' }] },
    ] as unknown as CourseWithEditions[];
    expect(kinds({ courses })).toEqual(['edition-issue']);
    expect(kinds({ courses, may: () => false })).toEqual([]);
  });

  it('is a vote that this person owes a council, and the conclusion that its chair can draw', () => {
    const council = (allowed: Partial<Council['allowed']>, mine: Partial<Council['mine']> | null) =>
      ({
        id: 'k',
        toConfirm: null,
        allowed: { vote: false, close: false, ...allowed },
        mine,
      }) as Council;
    const member = { recused: false, voted: false };
    const councils = [
      council({ vote: true }, member),
      council({ vote: true }, { ...member, voted: true }),
      council({ vote: true }, { ...member, recused: true }),
      council({ vote: true }, null),
      council({ vote: true, close: true }, member),
    ];
    expect(kinds({ councils })).toEqual(['council-vote', 'council-close']);
  });

  it('is the word of a chair on what was changed after the council', () => {
    const council = { ...{ allowed: { vote: false, close: false }, mine: null } } as Council;
    const toConfirm = { editionId: 'e', label: '3.0' };
    expect(kinds({ councils: [{ ...council, toConfirm }] })).toEqual(['council-confirm']);
  });

  it('is an edition that was sent back, until one was prepared in its place', () => {
    const edition = (id: string, state: string, major: number) => ({ id, state, major, minor: 0 });
    const tasks = (...editions: object[]) =>
      kinds({ courses: [{ course: {}, editions }] as unknown as CourseWithEditions[] });
    const [before, after] = [edition('a', 'in_force', 2), edition('b', 'returned', 3)];
    expect(tasks(after, before)).toEqual(['edition-returned']);
    expect(tasks(edition('c', 'returned', 3), after, before)).toEqual(['edition-returned']);
    expect(tasks(edition('c', 'candidate', 3), after, before)).toEqual(['edition-issue']);
    expect(tasks(edition('c', 'scheduled', 3), after, before)).toEqual([]);
  });

  it('is a failed job that nobody has tried again', () => {
    const failure = (retriedAt: string | null) => ({ retriedAt }) as DeskFacts['failures'][number];
    const again = failure('2026-11-24T02:00:00Z');
    expect(tasksOf({ ...nothing, failures: [failure(null), again] })).toEqual([
      { kind: 'jobs-failed', count: 1 },
    ]);
    expect(tasksOf({ ...nothing, failures: [again] })).toEqual([]);
  });
});
