import type { QuestionContent } from './question-content.js';

/** What a new question says before anybody has written in it: Vietnamese, as every text of a curriculum. */
export const UNWRITTEN_STEM = 'Câu hỏi mới';
export const UNWRITTEN_PARTS: readonly [string, string] = ['Phương án 1', 'Phương án 2'];

/** Whether a question still says, anywhere, what it said when it was made. Nobody may be asked it. */
export function isUnwritten(question: QuestionContent): boolean {
  const placeholders: readonly string[] = UNWRITTEN_PARTS;
  if (question.stem.trim() === UNWRITTEN_STEM) return true;
  return partsOf(question).some((text) => placeholders.includes(text.trim()));
}

function partsOf(question: QuestionContent): readonly string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'truefalse':
    case 'kprim':
      return question.options.map(({ text }) => text);
    case 'short':
      return question.accepted;
    case 'numeric':
      return [];
    case 'matching':
      return question.pairs.flatMap(({ left, right }) => [left, right]);
    case 'ordering':
      return question.order.map(({ text }) => text);
    case 'gaps':
      return question.segments.flatMap((one) => ('gapId' in one ? one.accepted : []));
  }
}
