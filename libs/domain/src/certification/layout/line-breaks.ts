/** Part of a word in one face. */
export interface Fragment {
  readonly text: string;
  readonly strong: boolean;
}

/** A word: fragments that must not be parted. */
export type Word = readonly Fragment[];

/** A word with its width as a multiple of the size. */
export interface MeasuredWord {
  readonly word: Word;
  readonly width: number;
}

/** Words that follow one another, and the width of the space between them. */
export interface Paragraph {
  readonly words: readonly MeasuredWord[];
  readonly space: number;
}

/** Fewest lines of a paragraph at a width; infinitely many when one word alone is wider. */
export function countLines({ words, space }: Paragraph, width: number): number {
  let count = 0;
  let used = Infinity;
  for (const word of words) {
    if (word.width > width) return Infinity;
    const longer = used + space + word.width;
    if (longer > width) count++;
    used = longer > width ? word.width : longer;
  }
  return count;
}

/** What it costs to break inside a phrase instead of after a comma, semicolon or bracket. */
const INSIDE_PHRASE = 0.03;

function endsPhrase(word: MeasuredWord | undefined): boolean {
  return /[,;:.)]$/.test(word?.word.at(-1)?.text ?? '');
}

interface Plan {
  readonly cost: number;
  readonly start: number;
  readonly rest: Plan | null;
}

/**
 * Best plans for the first n words on one line more than `shorter` holds; the cost of a line grows
 * with the square of its difference from the even width.
 */
function longerPlans(
  { words, space }: Paragraph,
  shorter: readonly (Plan | null)[],
  width: number,
  even: number,
): (Plan | null)[] {
  return shorter.map((_, end) => {
    let best: Plan | null = null;
    let used = -space;
    for (let start = end - 1; start >= 0; start--) {
      used += space + (words[start]?.width ?? 0);
      if (used > width) break;
      const rest = shorter[start];
      if (!rest) continue;
      const phrase = start === 0 || endsPhrase(words[start - 1]) ? 0 : INSIDE_PHRASE;
      const cost = rest.cost + ((used - even) / width) ** 2 + phrase;
      if (!best || cost < best.cost) best = { cost, start, rest };
    }
    return best;
  });
}

/**
 * Breaks a paragraph into the fewest lines that the width allows, of lengths as even as possible,
 * and where the difference is small at the end of a phrase: Vietnamese words of two syllables are
 * then seldom parted.
 */
export function evenLines(paragraph: Paragraph, width: number): MeasuredWord[][] {
  const { words, space } = paragraph;
  const count = countLines(paragraph, width);
  if (!Number.isFinite(count)) return [];
  const total = words.reduce((sum, word) => sum + space + word.width, -space);
  const even = (total - (count - 1) * space) / Math.max(1, count);
  let plans: (Plan | null)[] = [{ cost: 0, start: 0, rest: null }, ...words.map(() => null)];
  for (let line = 0; line < count; line++) plans = longerPlans(paragraph, plans, width, even);
  const lines: MeasuredWord[][] = [];
  let end = words.length;
  for (let plan = plans[end] ?? null; plan?.rest; plan = plan.rest) {
    lines.unshift(words.slice(plan.start, end));
    end = plan.start;
  }
  return lines;
}
