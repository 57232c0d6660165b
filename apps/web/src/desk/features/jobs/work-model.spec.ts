import { describe, expect, it } from '@jest/globals';
import { codeOfReason, worksOf, type Overview } from './work-model.js';

const NOW = '2026-11-28T03:02:25.000Z';
const ago = (seconds: number) => new Date(Date.parse(NOW) - seconds * 1000).toISOString();

type Stage = Overview['running'][number]['stages'][number];

const stage = (name: string, facts: Partial<Stage> = {}): Stage => ({
  ...{ stage: name, done: 0, total: 100, failed: 0 },
  ...{ startedAt: ago(20), updatedAt: ago(10), finishedAt: null },
  ...facts,
});

const works = (key: string, ...stages: Stage[]) =>
  worksOf({
    ...{ backend: 'postgresql', waiting: 0, active: 0, delayed: 0, unsent: 0, failures: [] },
    serverTime: NOW,
    running: [{ key, stages }],
  });

describe('long work as a row', () => {
  it('tells its slowest open stage, the rate of that and what is left', () => {
    const [work] = works(
      'award:d1',
      stage('number', { done: 100, finishedAt: ago(19) }),
      stage('render', { done: 60 }),
      stage('store', { done: 40 }),
    );
    expect(work).toMatchObject({
      ...{ kind: 'award', subjectId: 'd1', stage: 'store', done: 40, state: 'running' },
      ...{ rate: 4, secondsLeft: 15 },
    });
  });

  it('says nothing of a rate before a second has passed or anything is done', () => {
    const fresh = { startedAt: ago(1), updatedAt: ago(0.5), done: 3 };
    expect(works('award:d1', stage('render', fresh))[0]?.rate).toBeUndefined();
    expect(works('award:d1', stage('render'))[0]?.secondsLeft).toBeUndefined();
  });

  it('stands still after a minute of silence', () => {
    expect(works('award:d1', stage('render', { updatedAt: ago(61) }))[0]?.state).toBe('still');
    expect(works('award:d1', stage('render', { updatedAt: ago(59) }))[0]?.state).toBe('running');
  });

  it('of an award is over with its last stage, other work when all its stages are', () => {
    const over = { done: 100, finishedAt: ago(5) };
    expect(works('award:d1', stage('number', over))[0]?.state).toBe('running');
    expect(works('award:d1', stage('number', over), stage('seal', over))[0]?.state).toBe('done');
    expect(works('import:1', stage('read', over))[0]).toMatchObject({
      ...{ kind: 'other', subjectId: 'import:1', state: 'done' },
    });
  });

  it('without stages is no row', () => {
    expect(works('award:d1')).toEqual([]);
  });
});

describe('the reason of a failure', () => {
  it('begins with a code where the program has words for it', () => {
    expect(codeOfReason('award.text_does_not_fit {"line":2}')).toBe('award.text_does_not_fit');
    expect(codeOfReason('file.refused')).toBe('file.refused');
    expect(codeOfReason('connect ECONNREFUSED 127.0.0.1:5432')).toBeUndefined();
  });
});
