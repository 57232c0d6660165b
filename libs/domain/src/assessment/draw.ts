import type { QuizDraw } from '../curriculum/revision-meta.js';
import { failed, ok, type Result } from '../shared/result.js';
import { compareCodeUnits } from '../shared/text.js';
import { shuffled, type SeededRandom } from './random.js';

/** A bank that holds fewer questions than a draw asks of it. */
export interface BankTooSmall {
  readonly bankId: string;
  readonly wanted: number;
  readonly available: number;
}

/** What a draw depends on. */
export interface DrawInput {
  readonly draws: readonly QuizDraw[];
  /** Question ids of each bank; their order does not matter. */
  readonly banks: ReadonlyMap<string, readonly string[]>;
  /** Questions of the person's earlier attempts: taken only when the bank has no others left. */
  readonly seen: ReadonlySet<string>;
  /** True to mix the drawn questions; false keeps the order of the draws. */
  readonly shuffle: boolean;
}

function drawFrom(candidates: readonly string[], input: DrawInput, random: SeededRandom): string[] {
  const mixed = shuffled([...candidates].sort(compareCodeUnits), random);
  const isSeen = (id: string): boolean => input.seen.has(id);
  return [...mixed.filter((id) => !isSeen(id)), ...mixed.filter(isSeen)];
}

/**
 * Draws the questions of an attempt: from each bank as many as asked, none twice even where one bank is
 * drawn from again, unseen ones first. The same input and the same seed draw the same questions, whatever
 * the order in which the banks were read.
 */
export function drawQuestions(
  input: DrawInput,
  random: SeededRandom,
): Result<readonly string[], BankTooSmall> {
  const drawn: string[] = [];
  for (const { bankId, count } of input.draws) {
    const bank = new Set(input.banks.get(bankId) ?? []);
    const candidates = [...bank].filter((id) => !drawn.includes(id));
    if (candidates.length < count) {
      return failed({ bankId, wanted: count, available: candidates.length });
    }
    drawn.push(...drawFrom(candidates, input, random).slice(0, count));
  }
  return ok(input.shuffle ? shuffled(drawn, random) : drawn);
}
