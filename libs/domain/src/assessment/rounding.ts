/**
 * An exact share: `part` of `whole`, both whole numbers in the same unit. A share of nothing
 * (`whole` 0) counts as none.
 */
export interface ExactShare {
  readonly part: number;
  readonly whole: number;
}

/**
 * `numerator` ÷ `denominator` rounded to a whole number, half up (law 11), without passing through
 * floating point. Both must be safe integers, `denominator` above 0; a half goes towards +∞.
 */
export function divideHalfUp(numerator: number | bigint, denominator: number | bigint): number {
  const above = 2n * BigInt(numerator) + BigInt(denominator);
  const below = 2n * BigInt(denominator);
  const quotient = above / below;
  return Number(above < 0n && above % below !== 0n ? quotient - 1n : quotient);
}

/** `share` of `amount` (a whole number of hundredths or points), rounded half up. */
export function shareOf(share: ExactShare, amount: number): number {
  if (share.whole === 0) return 0;
  return divideHalfUp(BigInt(share.part) * BigInt(amount), share.whole);
}
