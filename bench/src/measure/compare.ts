import { median } from './figures.js';

/** Product and baseline side by side. */
export interface Comparison {
  readonly product: number;
  readonly baseline: number;
  /** The middle of the turns' own ratios, product to baseline. */
  readonly ratio: number;
}

/**
 * Measures product and baseline in turn, each turn right after the other and with the order changing, so
 * that whatever else the machine does falls on both.
 */
export async function compare(
  turns: number,
  product: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Comparison> {
  const made: { product: number; baseline: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    if (turn % 2 === 0) made.push({ product: await product(), baseline: await baseline() });
    else {
      const first = await baseline();
      made.push({ product: await product(), baseline: first });
    }
  }
  return {
    product: median(made.map((turn) => turn.product)),
    baseline: median(made.map((turn) => turn.baseline)),
    ratio: median(made.map((turn) => turn.product / turn.baseline)),
  };
}
