import type { InlinePart } from './inline-part.js';

/** An emphasis that has been opened: how many asterisks wait, and what stands behind them. */
interface Opened {
  stars: number;
  readonly parts: InlinePart[];
}

const BLANK = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/**
 * Reads one line of inline Markdown, as question stems, options and feedback are written:
 * `**bold**`, `*italic*`, `` `code` ``, a line feed for a line break, and a backslash before a
 * character meant literally. Everything else is text; nothing is refused. Time grows with length.
 */
export function renderInlineMarkdown(text: string): readonly InlinePart[] {
  return new InlineReader(text).read();
}

class InlineReader {
  private at = 0;
  private readonly open: Opened[] = [{ stars: 0, parts: [] }];
  /** Lengths of backtick runs that nothing closes from here to the end. */
  private readonly unclosed = new Set<number>();

  constructor(private readonly source: string) {}

  read(): readonly InlinePart[] {
    while (this.at < this.source.length) this.step();
    while (this.open.length > 1) this.abandon();
    return this.top.parts;
  }

  private get top(): Opened {
    const top = this.open.at(-1);
    if (top === undefined) throw new Error('the outermost frame is never closed');
    return top;
  }

  private step(): void {
    const character = this.source[this.at] ?? '';
    if (character === '*') this.stars();
    else if (character === '`') this.code();
    else if (character === '\n') this.lineBreak();
    else if (character === '\\') this.escape();
    else this.plain();
  }

  private plain(): void {
    const start = this.at;
    while (this.at < this.source.length && !'*`\n\\'.includes(this.source[this.at] ?? ''))
      this.at++;
    this.push(this.source.slice(start, this.at));
  }

  private lineBreak(): void {
    this.at += 1;
    this.top.parts.push({ type: 'break' });
  }

  private escape(): void {
    const next = this.source[this.at + 1] ?? '';
    if (next === '\n') {
      this.at += 1;
      return;
    }
    this.push(ESCAPABLE.test(next) ? next : `\\${next}`);
    this.at += 1 + next.length;
  }

  private code(): void {
    const fence = this.runOf('`');
    const end = this.unclosed.has(fence) ? -1 : this.closingFence(fence);
    if (end < 0) {
      this.unclosed.add(fence);
      this.push('`'.repeat(fence));
      this.at += fence;
      return;
    }
    const inside = this.source.slice(this.at + fence, end).replaceAll('\n', ' ');
    const padded = /^ .*[^ ].* $/.test(inside);
    const text = padded ? inside.slice(1, -1) : inside;
    this.top.parts.push({ type: 'code', children: [{ type: 'text', text }] });
    this.at = end + fence;
  }

  /** Where a run of exactly as many backticks begins; -1 when there is none. */
  private closingFence(fence: number): number {
    let from = this.at + fence;
    for (;;) {
      const start = this.source.indexOf('`', from);
      if (start < 0) return -1;
      let end = start;
      while (this.source[end] === '`') end++;
      if (end - start === fence) return start;
      from = end;
    }
  }

  private runOf(character: string): number {
    let end = this.at;
    while (this.source[end] === character) end++;
    return end - this.at;
  }

  private stars(): void {
    let stars = this.runOf('*');
    const { canOpen, canClose } = this.flanks(stars);
    this.at += stars;
    if (canClose) stars = this.close(stars);
    if (stars === 0) return;
    if (canOpen) this.open.push({ stars, parts: [] });
    else this.push('*'.repeat(stars));
  }

  /** What a run of asterisks may do, by the characters around it (CommonMark's flanking rule). */
  private flanks(length: number): { canOpen: boolean; canClose: boolean } {
    const before = this.source[this.at - 1] ?? ' ';
    const after = this.source[this.at + length] ?? ' ';
    const tight = (inner: string, outer: string) =>
      !BLANK.test(inner) &&
      (!PUNCTUATION.test(inner) || BLANK.test(outer) || PUNCTUATION.test(outer));
    return { canOpen: tight(after, before), canClose: tight(before, after) };
  }

  /** Closes what is open with these asterisks; gives back how many are left over. */
  private close(available: number): number {
    let stars = available;
    while (stars > 0 && this.open.length > 1 && this.top.parts.length > 0) {
      const { top } = this;
      const used = stars > 1 && top.stars > 1 ? 2 : 1;
      const type = used === 2 ? 'bold' : 'italic';
      const closed: InlinePart = { type, children: top.parts.splice(0) };
      stars -= used;
      top.stars -= used;
      if (top.stars === 0) this.open.pop();
      this.top.parts.push(closed);
    }
    return stars;
  }

  /** What was never closed was meant as asterisks. */
  private abandon(): void {
    const { stars, parts } = this.top;
    this.open.pop();
    this.push('*'.repeat(stars));
    for (const part of parts) this.append(part);
  }

  private append(part: InlinePart): void {
    if (part.type === 'text') this.push(part.text);
    else this.top.parts.push(part);
  }

  private push(text: string): void {
    const { parts } = this.top;
    const last = parts.at(-1);
    if (last?.type === 'text') parts[parts.length - 1] = { type: 'text', text: last.text + text };
    else parts.push({ type: 'text', text });
  }
}
