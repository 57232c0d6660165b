import type {
  ChoiceOption,
  GapsSegment,
  MatchingPair,
  QuestionContent,
  WeighedOption,
} from '@cam-nang/domain';

/** One thing to mend in a question; `path` is dotted from the question's own members. */
export interface QuestionProblem {
  readonly path: string;
  readonly code:
    'right_options' | 'text_twice' | 'gap_missing' | 'two_options' | 'tolerance_negative';
}

/** What keeps a well-formed question from being asked: a key nobody can meet, parts nobody can tell apart. */
export function questionProblems(question: QuestionContent): readonly QuestionProblem[] {
  if ('options' in question) {
    return [...twice('options', texts(question.options)), ...keyProblems(question)];
  }
  switch (question.type) {
    case 'short':
      return twice('accepted', question.accepted);
    case 'numeric':
      return toleranceProblems(question.tolerance);
    case 'matching':
      return pairProblems(question.pairs);
    case 'ordering':
      return twice('order', texts(question.order));
    case 'gaps':
      return gapProblems(question.segments);
  }
}

function toleranceProblems(tolerance: string): readonly QuestionProblem[] {
  return tolerance.startsWith('-') ? [{ path: 'tolerance', code: 'tolerance_negative' }] : [];
}

function pairProblems(pairs: readonly MatchingPair[]): readonly QuestionProblem[] {
  const [lefts, rights] = [pairs.map(({ left }) => left), pairs.map(({ right }) => right)];
  return [...twice('pairs', lefts), ...twice('pairs', rights)];
}

function gapProblems(segments: readonly GapsSegment[]): readonly QuestionProblem[] {
  const found = segments.some((segment) => 'gapId' in segment);
  return found ? [] : [{ path: 'segments', code: 'gap_missing' }];
}

type ChoiceQuestion = Extract<QuestionContent, { options: readonly ChoiceOption[] }>;

function keyProblems(question: ChoiceQuestion): readonly QuestionProblem[] {
  const { type, options } = question;
  if (type === 'kprim') return [];
  if (type === 'truefalse' && options.length !== 2)
    return [{ path: 'options', code: 'two_options' }];
  const right = options.filter((option) => option.correct).length;
  const several = type === 'multiple' || (type === 'single' && isWeighed(options));
  const fits = several ? right >= 1 : right === 1;
  return fits ? [] : [{ path: 'options', code: 'right_options' }];
}

function isWeighed(options: readonly WeighedOption[]): boolean {
  return options.some((option) => option.fraction !== undefined);
}

function texts(parts: readonly { readonly text: string }[]): readonly string[] {
  return parts.map((part) => part.text);
}

function twice(path: string, words: readonly string[]): readonly QuestionProblem[] {
  return words.flatMap((text, index) =>
    words.indexOf(text) === index
      ? []
      : [{ path: `${path}.${index}`, code: 'text_twice' as const }],
  );
}
