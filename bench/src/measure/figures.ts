/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * How cost grows with size: the exponent k of cost = c · size^k, by least squares over the logarithms.
 * 1 is linear, 0 is flat.
 */
export function growthExponent(sizes: readonly number[], costs: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = costs.map(Math.log);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((x, index) => (x - middleX) * ((ys[index] ?? 0) - middleY)));
  return covariance / mean(xs.map((x) => (x - middleX) ** 2));
}

/** Milliseconds that work takes by the clock on the wall. */
export async function wallMs(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Milliseconds of processor that synchronous work takes: the middle of several turns, after two to warm up. */
export function cpuMs(work: () => unknown, turns: number): number {
  for (let turn = 0; turn < 2; turn += 1) work();
  return median(
    Array.from({ length: turns }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}
