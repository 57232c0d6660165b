import { canonicalMarks } from '../canon/canonical-document.js';
import { canonicalJson } from '../canon/canonical-json.js';
import type { RichMark, RichNode } from '../rich-node.js';
import type { InlineSegment } from './document-diff-model.js';
import { diffTokens, NO_WORDS, tokensOf, type WordCounts } from './tokens.js';

/** A line compared by words, with formatting as a channel of its own. */
export interface InlineDiff {
  readonly segments: readonly InlineSegment[];
  readonly words: WordCounts;
}

/** One run of a line: its marks, and its extent in the line's text. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly RichMark[];
  readonly marksKey: string;
  readonly node: RichNode | null;
}

interface Line {
  readonly text: string;
  readonly runs: readonly Run[];
}

interface TokenisedLine extends Line {
  readonly tokens: readonly string[];
  /** Offset at which each token begins, and the end of the text. */
  readonly offsets: readonly number[];
}

/** Stands in the text for an inline node that is no text. */
const ATOM = '\uFFFC';

/** Compares two canonical lines. */
export function diffInline(before: readonly RichNode[], after: readonly RichNode[]): InlineDiff {
  const [old, now] = [readLine(before), readLine(after)];
  if (sayTheSame(old, now)) {
    return { segments: kept(old, now, 0, old.text.length, 0), words: NO_WORDS };
  }
  const [a, b] = [tokenised(old), tokenised(now)];
  const { hunks, words } = diffTokens(a.tokens, b.tokens);
  const segments: InlineSegment[] = [];
  let x = 0;
  let y = 0;
  for (const hunk of hunks) {
    segments.push(...kept(a, b, at(a, x), at(a, hunk.aFrom), at(b, y)));
    segments.push(...changed('delete', a, at(a, hunk.aFrom), at(a, hunk.aTo)));
    segments.push(...changed('insert', b, at(b, hunk.bFrom), at(b, hunk.bTo)));
    x = hunk.aTo;
    y = hunk.bTo;
  }
  segments.push(...kept(a, b, at(a, x), a.text.length, at(b, y)));
  return { segments, words };
}

/** A line that is only on one side. */
export function wholeLine(
  op: 'same' | 'insert' | 'delete',
  nodes: readonly RichNode[],
): InlineDiff {
  const line = tokenised(readLine(nodes));
  const { words } = op === 'insert' ? diffTokens([], line.tokens) : diffTokens(line.tokens, []);
  return {
    segments: changed(op, line, 0, line.text.length),
    words: op === 'same' ? NO_WORDS : words,
  };
}

function readLine(nodes: readonly RichNode[]): Line {
  const runs: Run[] = [];
  let text = '';
  for (const node of nodes) {
    const isText = node.type === 'text';
    const from = text.length;
    text += isText ? (node.text ?? '') : ATOM;
    const marks = canonicalMarks(node.marks ?? []);
    const { marks: _marks, ...bare } = node;
    const marksKey = canonicalJson(marks);
    runs.push({ from, to: text.length, marks, marksKey, node: isText ? null : bare });
  }
  return { text, runs };
}

/** Two lines of equal text, on which nothing stands in for a node, have equal words: nothing to search. */
function sayTheSame(a: Line, b: Line): boolean {
  const isText = ({ node }: Run) => node === null;
  return a.text === b.text && a.runs.every(isText) && b.runs.every(isText);
}

function tokenised({ text, runs }: Line): TokenisedLine {
  const tokens = tokensOf(text);
  const offsets = [0];
  for (const token of tokens) offsets.push((offsets.at(-1) ?? 0) + token.length);
  return { text, runs, tokens: nameAtoms(tokens, offsets, runs), offsets };
}

/** Atoms are the same token only when they are the same node. */
function nameAtoms(
  tokens: readonly string[],
  offsets: readonly number[],
  runs: readonly Run[],
): readonly string[] {
  const atoms = new Map(runs.flatMap((run) => (run.node ? [[run.from, run.node] as const] : [])));
  if (atoms.size === 0) return tokens;
  return tokens.map((token, index) => {
    const node = atoms.get(offsets[index] ?? -1);
    return node ? ATOM + canonicalJson(node) : token;
  });
}

function at(line: TokenisedLine, token: number): number {
  return line.offsets[token] ?? line.text.length;
}

/** Segments of a stretch of one side, one per run. */
function changed(
  op: 'same' | 'insert' | 'delete',
  line: Line,
  from: number,
  to: number,
): readonly InlineSegment[] {
  return line.runs.flatMap((run) => {
    const start = Math.max(run.from, from);
    const end = Math.min(run.to, to);
    if (start >= end) return [];
    if (run.node) return [{ op, text: '', marks: run.marks, node: run.node }];
    return [{ op, text: line.text.slice(start, end), marks: run.marks }];
  });
}

/** Segments of a stretch with the same words on both sides, cut where the marks of a side change. */
function kept(
  a: Line,
  b: Line,
  aFrom: number,
  aTo: number,
  bFrom: number,
): readonly InlineSegment[] {
  const segments: InlineSegment[] = [];
  const bTo = bFrom + aTo - aFrom;
  const old = a.runs.filter((run) => run.to > aFrom && run.from < aTo);
  for (const run of b.runs) {
    if (run.to <= bFrom || run.from >= bTo) continue;
    const start = Math.max(run.from, bFrom) - bFrom + aFrom;
    const end = Math.min(run.to, bTo) - bFrom + aFrom;
    for (const before of old) {
      const from = Math.max(before.from, start);
      const to = Math.min(before.to, end);
      if (from < to) push(segments, before, run, run.node ? '' : a.text.slice(from, to));
    }
  }
  return segments;
}

function push(segments: InlineSegment[], before: Run, after: Run, text: string): void {
  const { marks, node } = after;
  const sameMarks = before.marksKey === after.marksKey;
  const last = segments.at(-1);
  if (sameMarks && last?.op === 'same' && !node && !last.node && last.marks === marks) {
    segments[segments.length - 1] = { ...last, text: last.text + text };
    return;
  }
  segments.push({
    op: sameMarks ? 'same' : 'format',
    text,
    marks,
    ...(!sameMarks && { marksBefore: before.marks }),
    ...(node && { node }),
  });
}
