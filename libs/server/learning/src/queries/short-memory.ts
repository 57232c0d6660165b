/**
 * Remembers answers for a moment: for facts that are asked with every request and change with days. Who
 * asks while an answer is on its way waits for the same one.
 */
export class ShortMemory<V> {
  readonly #kept = new Map<string, { readonly value: Promise<V>; readonly until: number }>();

  /**
   * @param keepMs how old an answer may be
   * @param most how many answers are kept at most
   */
  constructor(
    private readonly keepMs: number,
    private readonly most = 1000,
  ) {}

  /** The answer remembered under the key, else the one that `load` gives. A failure is not remembered. */
  of(key: string, load: () => Promise<V>): Promise<V> {
    const known = this.#kept.get(key);
    if (known !== undefined && known.until > performance.now()) return known.value;
    const kept = { value: load(), until: performance.now() + this.keepMs };
    if (this.#kept.size >= this.most) this.#kept.clear();
    this.#kept.set(key, kept);
    kept.value.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return kept.value;
  }
}
