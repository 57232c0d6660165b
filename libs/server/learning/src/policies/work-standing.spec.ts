import { describe, expect, it } from '@jest/globals';
import type { AttemptSummary } from '@cam-nang/assessment';
import type { QuizMeta, ReportTaskMeta } from '@cam-nang/domain';
import { quizStanding, reportStanding } from './work-standing.js';

const NOW = new Date('2026-03-02T02:00:00Z');
const quiz = { purpose: 'final', attempts: 2 } as QuizMeta;

function attempt(number: number, more: Partial<AttemptSummary>): AttemptSummary {
  return {
    id: `a${number}`,
    enrolmentId: 'e',
    quizNodeId: 'q',
    purpose: 'final',
    number,
    closed: true,
    openedAt: NOW,
    deadlineAt: null,
    points: null,
    score: null,
    scale: null,
    passed: null,
    ...more,
  };
}

const graded = (number: number, score: number) =>
  attempt(number, { score, scale: 10_000, passed: score >= 5000 });

describe('a quiz', () => {
  it('counts by its best attempt, or its last, as the rules say', () => {
    const attempts = [graded(1, 6000), graded(2, 4000)];
    expect(quizStanding(quiz, attempts, 'best', NOW)).toMatchObject({ state: 'done', score: 6000 });
    const last = quizStanding(quiz, attempts, 'last', NOW);
    expect(last).toMatchObject({ state: 'failed', score: 4000, attemptsUsed: 2 });
  });

  it('fails only when no attempt is left', () => {
    expect(quizStanding(quiz, [graded(1, 4000)], 'best', NOW).state).toBe('none');
    const endless = { ...quiz, attempts: null };
    expect(quizStanding(endless, [graded(1, 4000)], 'best', NOW).state).toBe('none');
  });

  it('has not failed while the last attempt waits to be graded', () => {
    const over = attempt(2, { closed: false, deadlineAt: NOW });
    const standing = quizStanding(quiz, [graded(1, 4000), over], 'best', NOW);
    expect(standing).toMatchObject({ state: 'started', open: null, attemptsUsed: 2 });
  });

  it('runs until its deadline', () => {
    const open = (deadlineAt: Date) => [attempt(1, { closed: false, deadlineAt })];
    const later = new Date(NOW.getTime() + 1);
    expect(quizStanding(quiz, open(later), 'best', NOW)).toMatchObject({ state: 'started' });
    expect(quizStanding(quiz, open(NOW), 'best', NOW)).toMatchObject({ state: 'none', open: null });
  });
});

describe('a report', () => {
  const task = { passPoints: 5 } as ReportTaskMeta;
  const marked = (points: number) => ({
    enrolmentId: 'e',
    taskNodeId: 't',
    state: 'marked' as const,
    points: { points, maximum: 1000 },
  });

  it('is done at the pass points and failed below', () => {
    expect(reportStanding(task, marked(500)).state).toBe('done');
    expect(reportStanding(task, marked(499)).state).toBe('failed');
  });

  it('is what it is until it is marked', () => {
    expect(reportStanding(task, undefined).state).toBe('none');
    const written = { ...marked(0), state: 'submitted' as const, points: null };
    expect(reportStanding(task, written)).toMatchObject({ state: 'submitted', points: null });
  });
});
