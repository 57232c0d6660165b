import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem, asProblem } from '../../../lib/api/problem.js';
import type { DraftView } from '../../kit/curriculum/types.js';
import {
  DraftSaver,
  KEEP_AFTER,
  RETRY_AFTER,
  SAVE_AFTER,
  type DraftContent,
  type SaverParts,
} from './draft-saver.js';

const content = (title: string): DraftContent => ({ title, meta: {}, document: null });
const view = (version: number): DraftView =>
  ({ version, savedAt: '2026-05-14T02:41:00Z' }) as DraftView;

interface Sent {
  readonly title: string;
  readonly baseVersion: number;
  readonly answer: (result: DraftView | ApiProblem) => void;
}

function setUp(parts: Partial<SaverParts> = {}) {
  const at = { title: 'một' };
  const sent: Sent[] = [];
  const kept: (string | undefined)[] = [];
  const saver = new DraftSaver({
    version: 4,
    read: () => content(at.title),
    send: ({ title }, baseVersion) =>
      new Promise((resolve, reject) => {
        sent.push({
          title,
          baseVersion,
          answer: (result) => (result instanceof ApiProblem ? reject(result) : resolve(result)),
        });
      }),
    keep: (one) => kept.push(one?.title),
    asProblem,
    ...parts,
  });
  const type = (title: string) => {
    at.title = title;
    saver.touch();
  };
  return { saver, sent, kept, type };
}

/** Lets answered promises go on. */
const settle = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what is written', () => {
  it('is kept on this device soon and sent three seconds after the last key', async () => {
    const { saver, sent, kept, type } = setUp();
    type('hai');
    expect(saver.getState()).toEqual({ at: 'typing' });
    jest.advanceTimersByTime(KEEP_AFTER);
    expect(kept).toEqual(['hai']);
    jest.advanceTimersByTime(SAVE_AFTER - KEEP_AFTER - 1);
    type('ba');
    jest.advanceTimersByTime(SAVE_AFTER - 1);
    expect(sent).toHaveLength(0);
    jest.advanceTimersByTime(1);
    expect(sent[0]).toMatchObject({ title: 'ba', baseVersion: 4 });
    sent[0]?.answer(view(5));
    await settle();
    expect(saver.getState()).toEqual({ at: 'saved', time: '2026-05-14T02:41:00Z' });
    expect(kept.at(-1)).toBeUndefined();
  });

  it('goes on top of what is on the way', async () => {
    const { sent, kept, type, saver } = setUp();
    type('hai');
    jest.advanceTimersByTime(SAVE_AFTER);
    type('ba');
    sent[0]?.answer(view(5));
    await settle();
    expect(saver.getState()).toEqual({ at: 'typing' });
    expect(kept.at(-1)).toBe('ba');
    jest.advanceTimersByTime(SAVE_AFTER);
    expect(sent[1]).toMatchObject({ title: 'ba', baseVersion: 5 });
  });

  it('is sent while somebody types without a pause', () => {
    const { sent, type } = setUp();
    for (let key = 0; key < 30; key += 1) {
      type(`phím ${key}`);
      jest.advanceTimersByTime(1_000);
    }
    expect(sent).toHaveLength(1);
  });

  it('is kept but not sent while it has mistakes, and nothing is sent when nothing was written', async () => {
    const { saver, sent, kept, type } = setUp({ isReady: () => false });
    type('hai');
    jest.advanceTimersByTime(SAVE_AFTER);
    await saver.flush();
    expect(sent).toHaveLength(0);
    expect(kept.at(-1)).toBe('hai');
    const idle = setUp();
    await idle.saver.flush();
    expect(idle.sent).toHaveLength(0);
  });
});

describe('a save that fails', () => {
  it('is tried again by itself while there is no answer', async () => {
    const { saver, sent, type } = setUp();
    type('hai');
    jest.advanceTimersByTime(SAVE_AFTER);
    sent[0]?.answer(new ApiProblem({ code: 'network.failed', status: 0 }));
    await settle();
    expect(saver.getState().at).toBe('waiting');
    jest.advanceTimersByTime(RETRY_AFTER);
    expect(sent[1]).toMatchObject({ title: 'hai', baseVersion: 4 });
  });

  it('waits for the next key when the content was refused', async () => {
    const { saver, sent, kept, type } = setUp();
    type('hai');
    jest.advanceTimersByTime(SAVE_AFTER);
    sent[0]?.answer(new ApiProblem({ code: 'curriculum.document_invalid', status: 400 }));
    await settle();
    expect(saver.getState().at).toBe('refused');
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
    expect(kept.at(-1)).toBe('hai');
    type('ba');
    jest.advanceTimersByTime(SAVE_AFTER);
    expect(sent[1]?.title).toBe('ba');
  });
});

describe('a text saved elsewhere meanwhile', () => {
  const stale = new ApiProblem({
    code: 'curriculum.stale_draft',
    status: 409,
    details: { current: { version: 9, title: 'của người khác', savedAt: 'x' } },
  });

  async function refused() {
    const all = setUp();
    all.type('của tôi');
    jest.advanceTimersByTime(SAVE_AFTER);
    all.sent[0]?.answer(stale);
    await settle();
    return all;
  }

  it('is shown beside the own one, which stays kept and is not sent', async () => {
    const { saver, sent, kept, type } = await refused();
    expect(saver.getState()).toMatchObject({ at: 'stale', other: { title: 'của người khác' } });
    type('vẫn viết');
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
    expect(kept.at(-1)).toBe('vẫn viết');
  });

  it('gives way to the own one on request', async () => {
    const { saver, sent } = await refused();
    saver.keepMine();
    jest.advanceTimersByTime(0);
    expect(sent[1]).toMatchObject({ title: 'của tôi', baseVersion: 9 });
  });

  it('or takes its place', async () => {
    const { saver, sent, kept, type } = await refused();
    saver.tookOther();
    expect(saver.getState()).toEqual({ at: 'saved', time: 'x' });
    expect(kept.at(-1)).toBeUndefined();
    type('viết tiếp');
    jest.advanceTimersByTime(SAVE_AFTER);
    expect(sent[1]).toMatchObject({ title: 'viết tiếp', baseVersion: 9 });
  });
});
