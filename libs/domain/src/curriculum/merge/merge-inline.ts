import { canonicalMarks, joinTexts } from '../canon/canonical-document.js';
import { canonicalJson } from '../canon/canonical-json.js';
import { tokensOf } from '../diff/tokens.js';
import type { RichMark, RichNode } from '../rich-node.js';
import { diff3 } from './diff3.js';
import { mergeAtom } from './merge-values.js';

/** A line after the merge; null when words or formatting collide. */
export type MergedLine = readonly RichNode[] | null;

/** A word with the white space behind it, and the marks of each of its characters. */
interface Word {
  readonly text: string;
  /** One entry per UTF-16 unit; empty for what is no text. */
  readonly marks: readonly (readonly RichMark[])[];
  readonly node?: RichNode;
}

/** Merges lines of text: words by diff3, formatting as a channel of its own on the words that stay. */
export function mergeLines(
  base: readonly RichNode[],
  ours: readonly RichNode[],
  theirs: readonly RichNode[],
): MergedLine {
  const [o, a, b] = [wordsOfLine(base), wordsOfLine(ours), wordsOfLine(theirs)];
  const merged: Word[] = [];
  for (const stretch of diff3(o.map(keyOf), a.map(keyOf), b.map(keyOf))) {
    const [mine, yours] = [a.slice(...stretch.ours), b.slice(...stretch.theirs)];
    if (stretch.kind === 'conflict') return null;
    if (stretch.kind === 'ours') merged.push(...mine);
    else if (stretch.kind === 'theirs') merged.push(...yours);
    else {
      const was = stretch.kind === 'stable' ? o.slice(...stretch.base) : [];
      const words = mergeFormatting(was, mine, yours);
      if (words === null) return null;
      merged.push(...words);
    }
  }
  return lineOf(merged);
}

function keyOf({ text, node }: Word): string {
  return node === undefined ? text : `\n${canonicalJson(node)}`;
}

function wordsOfLine(line: readonly RichNode[]): readonly Word[] {
  const words: Word[] = [];
  let run: { text: string; marks: (readonly RichMark[])[] } = { text: '', marks: [] };
  const close = () => {
    words.push(...wordsOfRun(run.text, run.marks));
    run = { text: '', marks: [] };
  };
  for (const node of line) {
    if (node.type !== 'text') {
      close();
      words.push({ text: '', marks: [], node });
      continue;
    }
    const { text = '', marks = [] } = node;
    run.text += text;
    run.marks.push(...Array.from({ length: text.length }, () => marks));
  }
  close();
  return words;
}

/** White space belongs to the word before it, so that spaces alone never keep two changes apart. */
function wordsOfRun(text: string, marks: readonly (readonly RichMark[])[]): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const token of tokensOf(text)) {
    const own = marks.slice(at, at + token.length);
    const last = words.at(-1);
    if (last !== undefined && /^\s/u.test(token)) {
      words[words.length - 1] = { text: last.text + token, marks: [...last.marks, ...own] };
    } else words.push({ text: token, marks: own });
    at += token.length;
  }
  return words;
}

/** Words that say the same on both sides, with the formatting of both; null when that collides. */
function mergeFormatting(
  base: readonly Word[],
  ours: readonly Word[],
  theirs: readonly Word[],
): readonly Word[] | null {
  const merged: Word[] = [];
  for (const [index, mine] of ours.entries()) {
    const [was, yours] = [base[index], theirs[index] ?? mine];
    const marks: (readonly RichMark[])[] = [];
    for (const [unit, own] of mine.marks.entries()) {
      const both = mergeMarks(was?.marks[unit] ?? [], own, yours.marks[unit] ?? []);
      if (both === null) return null;
      marks.push(both);
    }
    merged.push({ ...mine, marks });
  }
  return merged;
}

/** Marks by type: bold on one side and a link on the other are both there. */
function mergeMarks(
  base: readonly RichMark[],
  ours: readonly RichMark[],
  theirs: readonly RichMark[],
): readonly RichMark[] | null {
  if (ours === theirs) return ours;
  const types = new Set([...base, ...ours, ...theirs].map(({ type }) => type));
  const marks: RichMark[] = [];
  for (const type of types) {
    const [o, a, b] = [base, ours, theirs].map((list) => list.find((mark) => mark.type === type));
    const { value, conflict } = mergeAtom<RichMark | undefined>(o, a, b);
    if (conflict) return null;
    if (value !== undefined) marks.push(value);
  }
  return canonicalMarks(marks);
}

function lineOf(words: readonly Word[]): readonly RichNode[] {
  const nodes = words.flatMap(({ text, marks, node }): RichNode[] => {
    if (node !== undefined) return [node];
    return [...text].reduce<{ nodes: RichNode[]; at: number }>(
      ({ nodes: done, at }, character) => {
        const own = marks[at] ?? [];
        done.push({ type: 'text', text: character, ...(own.length > 0 && { marks: own }) });
        return { nodes: done, at: at + character.length };
      },
      { nodes: [], at: 0 },
    ).nodes;
  });
  return joinTexts(nodes);
}
