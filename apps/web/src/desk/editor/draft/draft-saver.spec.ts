import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem, asProblem } from '../../../lib/api/problem.js';
import {
  DraftSaver,
  KEEP_AFTER,
  RETRY_AFTER,
  SAVE_AFTER,
  type SavedDraft,
  type SaverParts,
} from './draft-saver.js';
import type { DraftContent } from './draft-state.js';
import { draftTexts } from './draft-texts.js';

const content = (title: string, summary = ''): DraftContent => ({
  title,
  meta: { summary },
  document: null,
});
const view = (version: number, text: DraftContent, more: Partial<SavedDraft> = {}): SavedDraft =>
  ({
    version,
    hash: `hash ${version}`,
    node: text,
    savedAt: '2026-05-14T02:41:00Z',
    savedBy: 'Hà Thị Dung',
    cameIn: null,
    ...more,
  }) as unknown as SavedDraft;
const CAME_IN = { cameIn: { savedBy: 'Hà Thị Dung', mine: false } };

const DUNG = { savedBy: 'Dung', mine: false };

function stale(version: number, text: DraftContent): ApiProblem {
  const current = { version, hash: `hash ${version}`, ...text, savedAt: 'x', ...DUNG };
  return new ApiProblem({ code: 'curriculum.stale_draft', status: 409, details: { current } });
}

interface Sent {
  readonly text: DraftContent;
  readonly version: number;
  readonly answer: (result: SavedDraft | ApiProblem) => void;
}

function setUp(parts: Partial<SaverParts> = {}) {
  const at = { text: content('một') };
  const sent: Sent[] = [];
  const kept: (string | undefined)[] = [];
  const cameIn: (string | null)[] = [];
  const saver = new DraftSaver({
    from: { version: 4, hash: 'hash 4', content: at.text },
    unanswered: undefined,
    read: () => at.text,
    send: (text, { version }) =>
      new Promise((resolve, reject) => {
        const answer: Sent['answer'] = (result) =>
          result instanceof ApiProblem ? reject(result) : resolve(result);
        sent.push({ text, version, answer });
      }),
    keep: (one) => kept.push(one?.content.title) > 0,
    texts: draftTexts({ nodeId: 'n1', kind: 'module' }, (text) => text),
    adopt: (text) => {
      at.text = text;
    },
    onCameIn: (name) => cameIn.push(name),
    asProblem,
    ...parts,
  });
  const type = (title: string, summary?: string) => {
    at.text = content(title, summary ?? String(at.text.meta['summary']));
    saver.touch();
  };
  return { saver, sent, kept, type, at, cameIn };
}

/** Lets answered promises go on. */
const settle = () => jest.advanceTimersByTimeAsync(0);
const OFFLINE = new ApiProblem({ code: 'network.failed', status: 0 });

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
    expect(sent[0]).toMatchObject({ text: { title: 'ba' }, version: 4 });
    sent[0]?.answer(view(5, content('ba')));
    await settle();
    expect(saver.getState()).toEqual({ at: 'saved', time: '2026-05-14T02:41:00Z' });
    expect(kept.at(-1)).toBeUndefined();
  });

  it('goes on top of what is on the way', async () => {
    const { sent, kept, type, saver } = setUp();
    type('hai');
    jest.advanceTimersByTime(SAVE_AFTER);
    type('ba');
    sent[0]?.answer(view(5, content('hai')));
    await settle();
    expect(saver.getState()).toEqual({ at: 'typing' });
    expect(kept.at(-1)).toBe('ba');
    jest.advanceTimersByTime(SAVE_AFTER);
    expect(sent[1]).toMatchObject({ text: { title: 'ba' }, version: 5 });
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
  it('is tried again by itself while there is no answer, as it was sent; the rest follows', async () => {
    const { saver, sent, type } = setUp();
    type('hai');
    jest.advanceTimersByTime(SAVE_AFTER);
    sent[0]?.answer(OFFLINE);
    await settle();
    expect(saver.getState()).toMatchObject({ at: 'waiting', kept: true });
    type('hai ba');
    jest.advanceTimersByTime(RETRY_AFTER);
    expect(sent[1]).toMatchObject({ text: { title: 'hai' }, version: 4 });
    // It had arrived: the answer alone was lost.
    sent[1]?.answer(view(5, content('hai'), CAME_IN));
    await settle();
    jest.advanceTimersByTime(0);
    expect(sent[2]).toMatchObject({ text: { title: 'hai ba' }, version: 5 });
  });

  it('says when this device has no room to keep it', async () => {
    const { saver, sent, type } = setUp({ keep: () => false });
    type('hai');
    jest.advanceTimersByTime(SAVE_AFTER);
    sent[0]?.answer(OFFLINE);
    await settle();
    expect(saver.getState()).toMatchObject({ at: 'waiting', kept: false });
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
    expect(sent[1]?.text.title).toBe('ba');
  });
});

describe('what others saved meanwhile', () => {
  it('comes into the editor beside what was typed since the save was sent', async () => {
    const { saver, sent, type, at, cameIn } = setUp();
    type('của tôi');
    jest.advanceTimersByTime(SAVE_AFTER);
    type('của tôi, viết tiếp');
    // The merged text is saved by whoever sent it; the words in it are somebody else's.
    const merged = view(9, content('của tôi', 'của Dung'), { ...CAME_IN, savedBy: 'Chính tôi' });
    sent[0]?.answer(merged);
    await settle();
    expect(at.text).toEqual(content('của tôi, viết tiếp', 'của Dung'));
    expect(cameIn).toEqual(['Hà Thị Dung']);
    expect(saver.getState()).toEqual({ at: 'typing' });
    jest.advanceTimersByTime(SAVE_AFTER);
    expect(sent[1]).toMatchObject({ text: at.text, version: 9 });
  });

  it('is told of by who it was, not by name: two people may have the same one', async () => {
    const tell = async (mine: boolean) => {
      const { sent, type, cameIn } = setUp();
      type('của tôi');
      jest.advanceTimersByTime(SAVE_AFTER);
      const came = { cameIn: { savedBy: 'Hà Thị Dung', mine } };
      sent[0]?.answer(view(9, content('của tôi', 'từ máy khác'), came));
      await settle();
      return cameIn;
    };
    expect(await tell(false)).toEqual(['Hà Thị Dung']);
    expect(await tell(true)).toEqual([]);
  });

  it('is merged here where the server could not, and goes on top of theirs', async () => {
    const { sent, type, at } = setUp();
    type('của tôi');
    jest.advanceTimersByTime(SAVE_AFTER);
    sent[0]?.answer(stale(9, content('một', 'của Dung')));
    await settle();
    jest.advanceTimersByTime(0);
    expect(at.text).toEqual(content('của tôi', 'của Dung'));
    expect(sent[1]).toMatchObject({ text: at.text, version: 9 });
  });
});

describe('two texts of one place', () => {
  async function collided() {
    const all = setUp();
    all.type('của tôi');
    jest.advanceTimersByTime(SAVE_AFTER);
    all.sent[0]?.answer(stale(9, content('của Dung', 'khác')));
    await settle();
    const conflicts = () => {
      const state = all.saver.getState();
      return state.at === 'collided' ? state.conflicts : [];
    };
    return { ...all, conflicts };
  }

  it('are both shown; the own one stays kept, can be written on, and is not sent', async () => {
    const { conflicts, sent, kept, type } = await collided();
    expect(conflicts()).toMatchObject([{ base: 'một', ours: 'của Dung', theirs: 'của tôi' }]);
    type('vẫn viết');
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
    expect(kept.at(-1)).toBe('vẫn viết');
    expect(conflicts()).toMatchObject([{ theirs: 'vẫn viết' }]);
  });

  it.each<['ours' | 'theirs', string]>([
    ['ours', 'của Dung'],
    ['theirs', 'của tôi'],
  ])('become %s; what did not collide is there as well', async (choice, title) => {
    const { saver, conflicts, sent, at } = await collided();
    saver.decide(conflicts().map(({ id, triple }) => ({ id, triple, decision: { choice } })));
    expect(at.text).toEqual(content(title, 'khác'));
    await jest.advanceTimersByTimeAsync(0);
    expect(sent.slice(1).map(({ version, text }) => [version, text.title])).toEqual(
      choice === 'ours' ? [] : [[9, title]],
    );
  });

  it('stay open for a choice about words that have changed since', async () => {
    const { saver, conflicts, sent, at, type } = await collided();
    const old = conflicts();
    type('viết lại hẳn');
    const decision = { choice: 'ours' as const };
    saver.decide(old.map(({ id, triple }) => ({ id, triple, decision })));
    expect(conflicts()).toMatchObject([{ theirs: 'viết lại hẳn' }]);
    expect([at.text.title, sent.length]).toEqual(['viết lại hẳn', 1]);
  });
});
