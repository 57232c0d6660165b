import type { GapsSegment } from '@cam-nang/domain';

const GAP = /\{\{gap:(.*?)\}\}/gs;

/** The text with gaps as it is typed: `Giải quyết không quá {{gap:30|ba mươi}} ngày`. */
export function gapsToText(segments: readonly GapsSegment[]): string {
  return segments
    .map((segment) => ('gapId' in segment ? `{{gap:${segment.accepted.join('|')}}}` : segment.text))
    .join('');
}

/** Whether a text as it is being typed means these segments, as far as it goes. */
export function saysTheSame(typed: string, segments: readonly GapsSegment[]): boolean {
  return gapsToText(textToGaps(typed, [], () => '')) === gapsToText(segments);
}

/** Reads it again, as one line. Gaps keep their ids: those with the same answers first, then by their order. */
export function textToGaps(
  typed: string,
  before: readonly GapsSegment[],
  newId: () => string,
): readonly GapsSegment[] {
  const text = typed.replace(/\p{Cc}+/gu, ' ');
  const found: GapsSegment[] = [];
  let end = 0;
  for (const match of text.matchAll(GAP)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ gapId: '', accepted: answersIn(match[1] ?? '') });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return withIds(found, before, newId);
}

/** Answers of one gap: `30|ba mươi`. */
export function answersIn(written: string): readonly string[] {
  const answers = written.split('|').map((answer) => answer.trim());
  return [...new Set(answers.filter((answer) => answer !== ''))];
}

function withIds(
  found: readonly GapsSegment[],
  before: readonly GapsSegment[],
  newId: () => string,
): readonly GapsSegment[] {
  const old = before.flatMap((segment) => ('gapId' in segment ? [segment] : []));
  const keyOf = (accepted: readonly string[]) => accepted.join('|');
  const now = found.flatMap((segment) => ('gapId' in segment ? [segment] : []));
  const ids = new Map<GapsSegment, string>();
  const taken = new Set<string>();
  const give = (segment: GapsSegment, id: string | undefined) => {
    if (id === undefined || taken.has(id)) return;
    ids.set(segment, id);
    taken.add(id);
  };
  for (const gap of now) {
    const same = old.find(
      (one) => !taken.has(one.gapId) && keyOf(one.accepted) === keyOf(gap.accepted),
    );
    give(gap, same?.gapId);
  }
  now.forEach((gap, index) => {
    if (!ids.has(gap)) give(gap, old[index]?.gapId);
  });
  return found.map((segment) =>
    'gapId' in segment ? { ...segment, gapId: ids.get(segment) ?? newId() } : segment,
  );
}

/** The text with a gap put at a place; what was selected becomes its first answer. */
export function withGapAt(text: string, from: number, to: number): string {
  const chosen = text.slice(from, to).replace(/[{}|]/g, '').trim();
  return `${text.slice(0, from)}{{gap:${chosen}}}${text.slice(to)}`;
}
