import { readDecimal, type QuestionContent } from '@cam-nang/domain';

export const QUESTION_FAULTS = [
  'missing',
  'oneRight',
  'someRight',
  'twice',
  'twoParts',
  'noAnswer',
  'notNumber',
  'negative',
  'gapMissing',
  'gapEmpty',
  'weight',
] as const;
export type QuestionFault = (typeof QUESTION_FAULTS)[number];

/** One thing to mend: the field (dotted, as the server names it) and what is wrong. */
export interface QuestionProblem {
  readonly field: string;
  readonly fault: QuestionFault;
}

const DECIMAL = /^-?(0|[1-9]\d{0,12})(\.\d{1,6})?$/;
const isBlank = (text: string) => text.trim() === '';

/** What keeps a question from being saved; the server refuses the same. */
export function questionProblems(question: QuestionContent): readonly QuestionProblem[] {
  const stem: readonly QuestionProblem[] = isBlank(question.stem)
    ? [{ field: 'stem', fault: 'missing' }]
    : [];
  return [...stem, ...partProblems(question)];
}

function partProblems(question: QuestionContent): readonly QuestionProblem[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'truefalse':
    case 'kprim':
      return [
        ...listProblems(
          'options',
          question.options.map((o) => o.text),
        ),
        ...keyProblems(question),
      ];
    case 'short':
      return acceptedProblems('accepted', question.accepted);
    case 'numeric':
      return numericProblems(question);
    case 'matching':
      return [
        ...listProblems(
          'pairs',
          question.pairs.map((pair) => pair.left),
          'left',
        ),
        ...listProblems(
          'pairs',
          question.pairs.map((pair) => pair.right),
          'right',
        ),
      ];
    case 'ordering':
      return listProblems(
        'order',
        question.order.map((item) => item.text),
      );
    case 'gaps':
      return gapsProblems(question);
  }
}

/** Parts must be at least two, each with words of its own. */
function listProblems(
  name: string,
  texts: readonly string[],
  part = 'text',
): readonly QuestionProblem[] {
  const few: readonly QuestionProblem[] =
    texts.length < 2 ? [{ field: name, fault: 'twoParts' }] : [];
  const own = texts.flatMap((text, index): readonly QuestionProblem[] => {
    const field = `${name}.${index}.${part}`;
    if (isBlank(text)) return [{ field, fault: 'missing' }];
    const first = texts.findIndex((one) => one.trim() === text.trim());
    return first === index ? [] : [{ field, fault: 'twice' }];
  });
  return [...few, ...own];
}

type ChoiceQuestion = Extract<QuestionContent, { readonly options: unknown }>;

function keyProblems(question: ChoiceQuestion): readonly QuestionProblem[] {
  const { type, options } = question;
  if (type === 'kprim') return [];
  const weights = options.map((option) => ('fraction' in option ? option.fraction : undefined));
  const wrongWeight = weights.some(
    (weight) => weight !== undefined && (!Number.isInteger(weight) || Math.abs(weight) > 100),
  );
  const right = options.filter((option) => option.correct).length;
  const weighed = weights.some((weight) => weight !== undefined);
  const several = type === 'multiple' || (type === 'single' && weighed);
  const fits = several ? right >= 1 : right === 1;
  return [
    ...(wrongWeight ? [{ field: 'options', fault: 'weight' as const }] : []),
    ...(fits
      ? []
      : [{ field: 'options', fault: several ? ('someRight' as const) : ('oneRight' as const) }]),
  ];
}

function acceptedProblems(field: string, accepted: readonly string[]): readonly QuestionProblem[] {
  const clean = accepted.map((answer) => answer.normalize('NFC').trim());
  if (clean.every(isBlank)) return [{ field, fault: 'noAnswer' }];
  return clean.flatMap((answer, index) => {
    const isFirst = answer === '' || clean.indexOf(answer) === index;
    return isFirst ? [] : [{ field: `${field}.${index}`, fault: 'twice' as const }];
  });
}

function numericProblems(
  question: Extract<QuestionContent, { readonly type: 'numeric' }>,
): readonly QuestionProblem[] {
  const wrong = (['answer', 'tolerance'] as const).filter((name) => !DECIMAL.test(question[name]));
  const negative = question.tolerance.startsWith('-');
  return [
    ...wrong.map((field) => ({ field, fault: 'notNumber' as const })),
    ...(negative ? [{ field: 'tolerance', fault: 'negative' as const }] : []),
  ];
}

function gapsProblems(
  question: Extract<QuestionContent, { readonly type: 'gaps' }>,
): readonly QuestionProblem[] {
  const gaps = question.segments.flatMap((segment) => ('gapId' in segment ? [segment] : []));
  if (gaps.length === 0) return [{ field: 'segments', fault: 'gapMissing' }];
  const empty = gaps.some((gap) => gap.accepted.every(isBlank));
  return empty ? [{ field: 'segments', fault: 'gapEmpty' }] : [];
}

/**
 * A number as it is stored, read by the rule by which answers are read: "1.000" is a thousand for whoever sets the
 * key as for whoever meets it. What is no number stays to be mended.
 */
export function decimalFrom(typed: string): string {
  const value = readDecimal(typed);
  if (value === null) return typed.trim();
  const { digits, scale } = value;
  const sign = digits < 0n ? '-' : '';
  const figures = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = figures.slice(0, figures.length - scale);
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${figures.slice(-scale)}`;
}

/** The content as it is sent: empty answers left out, outer spaces cut, texts NFC. */
export function tidied(question: QuestionContent): QuestionContent {
  const clean = (text: string) => text.normalize('NFC').trim();
  const answers = (list: readonly string[]) => list.map(clean).filter((answer) => answer !== '');
  if (question.type === 'short') return { ...question, accepted: answers(question.accepted) };
  if (question.type !== 'gaps') return question;
  const segments = question.segments.map((segment) =>
    'gapId' in segment ? { ...segment, accepted: answers(segment.accepted) } : segment,
  );
  return { ...question, segments };
}
