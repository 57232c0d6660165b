/** A source of repeatable chance: the same seed gives the same numbers on every machine. */
export interface SeededRandom {
  /** A whole number from 0 up to but without `bound` (1 … 2^32), each equally likely. */
  below(bound: number): number;
}

const RANGE = 2 ** 32;

/** 32 bits that depend on every character of the text (FNV-1a). */
function fold(text: string, start: number): number {
  let state = start;
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return state >>> 0;
}

/** The 32-bit steps of sfc32, a small generator with good statistics and a period above 2^60. */
function sfc32(seed: readonly [number, number, number]): () => number {
  let [a, b, c] = seed;
  let counter = 1;
  const step = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    c |= 0;
    return out >>> 0;
  };
  for (let round = 0; round < 15; round++) step();
  return step;
}

/**
 * Repeatable chance from a seed text. It spreads a secret seed, it does not make one: the seed comes
 * from a cryptographic source, is stored with what was drawn, and never reaches the taker.
 */
export function seededRandom(seed: string): SeededRandom {
  const step = sfc32([fold(seed, 0x811c9dc5), fold(seed, 0x9e3779b9), fold(seed, 0x7f4a7c15)]);
  return {
    below(bound) {
      const fair = RANGE - (RANGE % bound);
      let value = step();
      while (value >= fair) value = step();
      return value % bound;
    },
  };
}

/** The items in a random order, each order equally likely (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: SeededRandom): readonly T[] {
  const rest = [...items];
  const drawn: T[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(random.below(rest.length), 1));
  return drawn;
}
