import { randomInt, randomUUID } from 'node:crypto';
import type { readAttempt, ResponseOf, saveAnswers } from '@cam-nang/contracts';
import type { Browser } from '../stage/browser.js';

type Attempt = ResponseOf<typeof readAttempt>;
type Question = Attempt['items'][number]['question'];
type Given = NonNullable<Attempt['items'][number]['response']>;
type Receipts = ResponseOf<typeof saveAnswers>;

/** Somebody answering a quiz, who remembers every answer the server has acknowledged. */
export class Taker {
  readonly deviceId = randomUUID();
  readonly acknowledged = new Map<number, Given>();
  #seq = 0;
  #count = 0;

  constructor(
    private readonly browser: Browser,
    private readonly attempt: Attempt,
  ) {}

  /** How many entries the server has acknowledged. */
  get acknowledgedCount(): number {
    return this.#count;
  }

  /** Answers one question at random; comes back when the server has acknowledged it. */
  async answerOne(): Promise<void> {
    const { items, id } = this.attempt;
    const item = items[randomInt(items.length)];
    const value = item === undefined ? undefined : anyAnswer(item.question);
    if (item === undefined || value === undefined) return;
    this.#seq += 1;
    const entry = {
      seq: this.#seq,
      scope: 'answer',
      slot: item.slot,
      value,
      deviceTime: new Date().toISOString(),
      monotonicMs: null,
      handshakeAt: null,
      handshakeMonotonicMs: null,
      previousHash: null,
    };
    const path = `/api/attempts/${id}/journal/${this.deviceId}`;
    const answer = (await this.browser.insist('PUT', path, { entries: [entry] })) as Receipts;
    if (answer.receipts.some((receipt) => receipt.seq === entry.seq)) {
      this.acknowledged.set(item.slot, value);
      this.#count += 1;
    }
  }

  /** Slots whose acknowledged answer the server no longer has. */
  async lost(): Promise<number[]> {
    const now = (await this.browser.insist('GET', `/api/attempts/${this.attempt.id}`)) as Attempt;
    const stored = new Map(now.items.map((item) => [item.slot, JSON.stringify(item.response)]));
    return [...this.acknowledged].flatMap(([slot, value]) =>
      stored.get(slot) === JSON.stringify(value) ? [] : [slot],
    );
  }
}

function anyAnswer(question: Question): Given | undefined {
  if (question.type === 'single' || question.type === 'truefalse') {
    const option = question.options[randomInt(question.options.length)];
    return { type: question.type, optionId: option?.id ?? null };
  }
  if (question.type === 'short') return { type: 'short', text: `Câu trả lời ${randomUUID()}` };
  if (question.type === 'numeric') return { type: 'numeric', text: String(randomInt(1000)) };
  return undefined;
}
