import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { ApiProblem, asProblem } from '../../../lib/api/problem.js';
import { DraftSaver, KEEP_AFTER, type SavedDraft } from './draft-saver.js';
import type { DraftContent, KeptDraft, SavedText } from './draft-state.js';
import { draftTexts } from './draft-texts.js';

interface Block {
  readonly type: 'paragraph';
  readonly attrs: { readonly id: string };
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
}

const texts = draftTexts({ nodeId: 'n1', kind: 'lesson' }, (content) => content);

function block(id: string, text: string): Block {
  return { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] };
}

function contentOf(blocks: readonly Block[]): DraftContent {
  return { title: 'Ghi sổ', meta: {}, document: { type: 'doc', content: blocks } };
}

const blocksOf = ({ document }: DraftContent) => (document?.content ?? []) as readonly Block[];
const BEGIN = contentOf([block('p', 'Trả lời trong năm ngày.'), block('q', 'Ghi sổ trước.')]);

/** The server as the contract tells it: fresh saves are kept, late ones merged, collisions told. */
class Office {
  private readonly versions: SavedText[] = [{ version: 0, hash: 'h0', content: BEGIN }];

  get now(): SavedText {
    return this.versions.at(-1) ?? { version: 0, hash: 'h0', content: BEGIN };
  }

  save(content: DraftContent, from: SavedText): SavedDraft | ApiProblem {
    const { now } = this;
    if (from.version === now.version) return this.keep(content, null);
    const base = this.versions[from.version]?.content ?? BEGIN;
    const merged = texts.merge({ base, saved: now.content, mine: content }, []);
    if (merged.conflicts.length === 0)
      return this.keep(merged.content, { savedBy: 'Dung', mine: false });
    const current = { ...now.content, version: now.version, hash: now.hash };
    const details = { current: { ...current, savedAt: 'x', savedBy: 'Dung', mine: false } };
    return new ApiProblem({ code: 'curriculum.stale_draft', status: 409, details });
  }

  private keep(content: DraftContent, cameIn: SavedDraft['cameIn']): SavedDraft {
    if (!texts.same(content, this.now.content)) {
      const version = this.versions.length;
      this.versions.push({ version, hash: `h${version}`, content });
    }
    const { version, hash } = this.now;
    const view = { version, hash, node: this.now.content, savedAt: 'x', savedBy: 'Dung', cameIn };
    return view as unknown as SavedDraft;
  }
}

type Way = 'arrives' | 'lost before' | 'lost after';
interface Waiting {
  readonly work: () => SavedDraft | ApiProblem;
  readonly done: (result: SavedDraft | ApiProblem) => void;
}

/** A person with an editor, a device that keeps, and a line to the office that loses things. */
class Writer {
  private text: DraftContent = BEGIN;
  private kept: KeptDraft | undefined;
  private saver: DraftSaver;
  private readonly line: Waiting[] = [];
  private made = 0;

  constructor(
    private readonly name: string,
    private readonly office: Office,
  ) {
    this.saver = this.open();
  }

  /** Closes the tab and opens the text again, as `useDraftSaver` does. */
  reopen(): void {
    this.saver.stop();
    this.line.length = 0;
    this.saver = this.open();
    if (this.kept !== undefined) this.saver.touch();
  }

  /** Writes words that nobody else has: behind a block, in front of it, or in a block of their own. */
  type(word: string, place: number): void {
    const blocks = blocksOf(this.text);
    const at = place % (blocks.length + 1);
    const found = blocks[at];
    const next =
      found === undefined
        ? [...blocks, block(word, word)]
        : blocks.map((one) => (one === found ? block(one.attrs.id, typed(one, word, place)) : one));
    this.text = contentOf(next);
    this.saver.touch();
  }

  /** What happens to the oldest thing on the line. */
  async hear(way: Way): Promise<void> {
    const waiting = this.line.shift();
    if (waiting === undefined) return;
    const lost = new ApiProblem({ code: 'network.failed', status: 0 });
    const answer = way === 'lost before' ? lost : waiting.work();
    waiting.done(way === 'arrives' ? answer : lost);
    await jest.advanceTimersByTimeAsync(0);
  }

  /** Chooses, at every place where both wrote, to keep both. */
  chooseBoth(): boolean {
    const state = this.saver.getState();
    if (state.at !== 'collided') return false;
    const decision = { choice: 'both', first: 'ours' } as const;
    this.saver.decide(state.conflicts.map(({ id, triple }) => ({ id, triple, decision })));
    return true;
  }

  /** Whether everything is at the office. */
  get isSettled(): boolean {
    return this.kept === undefined && this.line.length === 0;
  }

  /** As the editor does: words that were chosen beside others are a block of their own. */
  private withIds(content: DraftContent): DraftContent {
    const blocks = blocksOf(content).map((one): Block => {
      const attrs = one.attrs as Block['attrs'] | undefined;
      this.made += 1;
      return attrs?.id === undefined ? { ...one, attrs: { id: `${this.name}${this.made}` } } : one;
    });
    return contentOf(blocks);
  }

  private open(): DraftSaver {
    const { kept, office } = this;
    this.text = kept?.content ?? office.now.content;
    return new DraftSaver({
      from: kept?.from ?? office.now,
      unanswered: kept?.unanswered,
      read: () => this.text,
      send: (content, from) =>
        new Promise((resolve, reject) => {
          const done: Waiting['done'] = (one) =>
            one instanceof ApiProblem ? reject(one) : resolve(one);
          this.line.push({ work: () => office.save(content, from), done });
        }),
      keep: (one) => {
        this.kept = one;
        return true;
      },
      texts,
      adopt: (content) => {
        this.text = this.withIds(content);
      },
      asProblem,
    });
  }
}

function typed({ content }: Block, word: string, place: number): string {
  const text = content.map((run) => run.text).join('');
  return place % 2 === 0 ? `${text} ${word}` : `${word} ${text}`;
}

type Step =
  | { readonly do: 'type'; readonly who: 0 | 1; readonly place: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'hear'; readonly who: 0 | 1; readonly way: Way }
  | { readonly do: 'reopen' | 'choose'; readonly who: 0 | 1 };

const who = fc.constantFrom(0 as const, 1 as const);
const way = fc.constantFrom<Way>('arrives', 'arrives', 'lost before', 'lost after');
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('type' as const), who, place: fc.nat(5) }), weight: 4 },
  {
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(500, 4_000, 11_000),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: fc.constant('hear' as const), who, way }), weight: 4 },
  fc.record({ do: fc.constantFrom('reopen' as const, 'choose' as const), who }),
);

async function run(steps: readonly Step[]) {
  const office = new Office();
  const writers = [new Writer('a', office), new Writer('b', office)] as const;
  const words: string[] = [];
  for (const [index, one] of steps.entries()) {
    if (one.do === 'wait') await jest.advanceTimersByTimeAsync(one.ms);
    else if (one.do === 'hear') await writers[one.who].hear(one.way);
    else if (one.do === 'type') {
      const word = `từ${index}x${one.who}`;
      words.push(word);
      writers[one.who].type(word, one.place);
    } else if (one.do === 'reopen') writers[one.who].reopen();
    else writers[one.who].chooseBoth();
  }
  // Until the last keys are kept on the devices.
  await jest.advanceTimersByTimeAsync(KEEP_AFTER);
  for (let round = 0; round < 60 && !writers.every(({ isSettled }) => isSettled); round += 1) {
    for (const writer of writers) {
      writer.chooseBoth();
      await jest.advanceTimersByTimeAsync(11_000);
      await writer.hear('arrives');
    }
  }
  return {
    words,
    settled: writers.map(({ isSettled }) => isSettled),
    text: JSON.stringify(office.now.content),
  };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Once a word was lost here: an answer got lost, and the other one wrote in the new block meanwhile. */
const WROTE_IN_WHAT_WAS_UNANSWERED: readonly Step[] = [
  { do: 'type', who: 1, place: 2 },
  { do: 'wait', ms: 4_000 },
  { do: 'hear', who: 1, way: 'lost after' },
  { do: 'reopen', who: 0 },
  { do: 'type', who: 0, place: 2 },
];

describe('two writers in one lesson', () => {
  it('lose no word, in whatever order keys, saves, answers, losses and closed tabs come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { words, settled, text } = await run(steps);
        expect(settled).toEqual([true, true]);
        expect(words.filter((word) => !text.includes(word))).toEqual([]);
      }),
      { numRuns: 150, examples: [[[...WROTE_IN_WHAT_WAS_UNANSWERED]]] },
    );
  }, 60_000);
});
