import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DUE_SOON_MS, nextSteps } from './next-step.js';
import type { StudyFacts } from './next-step.js';
import type { StudyItem, StudyModule } from './study-outline.js';
import { studyStates } from './study-state.js';

const item = (nodeId: string, more: Partial<StudyItem> = {}): StudyItem => ({
  nodeId,
  kind: 'lesson',
  required: true,
  opensAfter: [],
  opensAt: null,
  closesAt: null,
  ...more,
});
const module = (
  nodeId: string,
  items: readonly StudyItem[],
  more: Partial<StudyModule> = {},
): StudyModule => ({
  nodeId,
  moduleKind: 'compulsory',
  hours: { theory: 2, discussion: 1, practice: 1 },
  opensAfter: [],
  opensAt: null,
  closesAt: null,
  items,
  ...more,
});
const course = [
  module('CD01', [item('l1'), item('l2'), item('practice', { kind: 'quiz', required: false })]),
  module('CD02', [item('l3'), item('essay', { kind: 'report-task', closesAt: 9e9 })], {
    opensAfter: ['CD01'],
  }),
  module('KT', [item('final', { kind: 'quiz', opensAfter: ['l3'], opensAt: 5000 })]),
];
const facts: StudyFacts = {
  doneItems: new Set(),
  openAttempt: null,
  lastLesson: null,
  corrected: [],
  dataToConfirm: false,
  certificateId: null,
};
const done = (...ids: string[]): StudyFacts => ({ ...facts, doneItems: new Set(ids) });

describe('states of modules and items', () => {
  it('say every reason: what is left before, and when it opens', () => {
    const states = studyStates(course, new Set(['l1']), 1000);
    expect(states.get('CD01')).toEqual({ state: 'open', reasons: [], done: 1, total: 2 });
    expect(states.get('CD02')).toEqual({
      state: 'locked',
      reasons: [{ code: 'after', nodeId: 'CD01', remaining: 1 }],
      done: 0,
      total: 2,
    });
    expect(states.get('l3')?.reasons).toEqual([{ code: 'after', nodeId: 'CD01', remaining: 1 }]);
    expect(states.get('final')?.reasons).toEqual([
      { code: 'after', nodeId: 'l3', remaining: 1 },
      { code: 'opens-at', at: 5000 },
    ]);
  });

  it('open when the reasons are gone; an optional item is not asked for', () => {
    const states = studyStates(course, new Set(['l1', 'l2', 'l3']), 5000);
    expect(states.get('CD01')?.state).toBe('done');
    expect(states.get('practice')?.state).toBe('open');
    expect(states.get('final')).toEqual({ state: 'open', reasons: [], done: 0, total: 1 });
  });

  it('lock at closing, but what is done stays done', () => {
    const states = studyStates(course, new Set(['l1', 'l2', 'l3']), 9e9);
    expect(states.get('essay')?.reasons).toEqual([{ code: 'closed-at', at: 9e9 }]);
    const late = studyStates(course, new Set(['l1', 'l2', 'l3', 'essay']), 9e9);
    expect(late.get('CD02')?.state).toBe('done');
  });

  it('a locked node always has a reason, and doing more never locks', () => {
    const ids = course.flatMap((part) => part.items.map((entry) => entry.nodeId));
    const order = { locked: 0, open: 1, done: 2 };
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), fc.nat(9000), (first, more, now) => {
        const before = studyStates(course, new Set(first), now);
        const after = studyStates(course, new Set([...first, ...more]), now);
        for (const [nodeId, state] of before) {
          expect(state.reasons.length > 0).toBe(state.state === 'locked');
          const later = after.get(nodeId)?.state ?? 'locked';
          expect(order[later]).toBeGreaterThanOrEqual(order[state.state]);
        }
      }),
    );
  });

  it('a prerequisite that the edition lacks locks nothing', () => {
    const odd = [module('M', [item('x', { opensAfter: ['nowhere'] })])];
    expect(studyStates(odd, new Set(), 0).get('x')?.state).toBe('open');
  });
});

describe('what to do next, and why', () => {
  it('starts at the beginning', () => {
    expect(nextSteps(course, facts, 1000)).toEqual([
      {
        kind: 'start',
        nodeId: 'l1',
        itemKind: 'lesson',
        why: { code: 'next-in-order', moduleId: 'CD01', remaining: 2 },
      },
    ]);
  });

  it('continues the lesson left in the middle before starting another', () => {
    const steps = nextSteps(
      course,
      { ...done('l2'), lastLesson: { nodeId: 'l1', blocksLeft: 3 } },
      0,
    );
    expect(steps).toEqual([
      { kind: 'continue-lesson', nodeId: 'l1', blocksLeft: 3, why: { code: 'left-open' } },
    ]);
  });

  it('puts an open attempt first, with its deadline', () => {
    const openAttempt = { nodeId: 'final', attemptId: 'a1', deadline: 9000 };
    const steps = nextSteps(course, { ...facts, openAttempt, certificateId: 'c1' }, 6000);
    expect(steps.map((step) => step.kind)).toEqual([
      'resume-attempt',
      'collect-certificate',
      'start',
    ]);
    expect(steps[0]).toMatchObject({ why: { code: 'time-runs', deadline: 9000 } });
  });

  it('puts what closes soon before reading on', () => {
    const open = {
      ...done('l1', 'l2', 'l3'),
      dataToConfirm: true,
      corrected: [{ nodeId: 'l1', blocks: 2 }],
    };
    const steps = nextSteps(course, open, 9e9 - DUE_SOON_MS);
    expect(steps).toEqual([
      {
        kind: 'start',
        nodeId: 'essay',
        itemKind: 'report-task',
        why: { code: 'closes-soon', at: 9e9 },
      },
      { kind: 'confirm-data', why: { code: 'needed-for-certificate' } },
      { kind: 'reread', nodeId: 'l1', why: { code: 'text-corrected', blocks: 2 } },
    ]);
  });

  it('says what it waits for, or that all is finished', () => {
    expect(nextSteps(course, done('l1', 'l2', 'l3', 'essay'), 4000)).toEqual([
      { kind: 'wait', nodeId: 'final', reasons: [{ code: 'opens-at', at: 5000 }] },
    ]);
    expect(nextSteps(course, done('l1', 'l2', 'l3', 'essay', 'final'), 6000)).toEqual([
      { kind: 'finished' },
    ]);
  });

  it('is never empty and never proposes what is locked or done', () => {
    const ids = course.flatMap((part) => part.items.map((entry) => entry.nodeId));
    fc.assert(
      fc.property(fc.subarray(ids), fc.nat(9000), (finished, now) => {
        const steps = nextSteps(course, done(...finished), now);
        expect(steps.length).toBeGreaterThan(0);
        const states = studyStates(course, new Set(finished), now);
        for (const step of steps) {
          if (step.kind === 'start') expect(states.get(step.nodeId)?.state).toBe('open');
        }
      }),
    );
  });
});
