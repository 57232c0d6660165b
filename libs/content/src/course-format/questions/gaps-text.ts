import type { GapsPiece } from './question-draft.js';

const GAP = /\{\{(.*?)\}\}/gs;
const GAP_BODY = /^gap:(.+)$/s;

/** Splits `Giải quyết không quá {{gap:30|ba mươi}} ngày` at its gaps; null when a gap is malformed. */
export function readGaps(text: string): readonly GapsPiece[] | null {
  const pieces: GapsPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(GAP)) {
    const accepted = acceptedIn(match[1] ?? '');
    if (accepted === null) return null;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ accepted });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  const stray = pieces.some((piece) => 'text' in piece && /\{\{|\}\}/.test(piece.text));
  return stray ? null : pieces;
}

function acceptedIn(gap: string): readonly string[] | null {
  const answers =
    GAP_BODY.exec(gap)?.[1]
      ?.split('|')
      .map((answer) => answer.trim()) ?? [];
  return answers.length === 0 || answers.includes('') ? null : answers;
}
