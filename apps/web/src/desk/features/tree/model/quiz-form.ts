import { QUIZ_PURPOSES, QUIZ_REVIEWS, type QuizDraw, type QuizMeta } from '@cam-nang/domain';

/** A bank of the course and how many questions it holds. */
export interface BankOfForm {
  readonly bankId: string;
  readonly questions: number;
}

export interface QuizFormValues extends QuizMeta {
  readonly title: string;
}

/** What is wrong, by the name of its field; a draw is named by its bank. */
export type QuizFormErrors = Readonly<Record<string, QuizFormError>>;
export type QuizFormError = 'missing' | 'wrongWhole' | 'wrongMark' | 'tooMany' | 'noDraw';

export const drawField = (bankId: string): string => `draw-${bankId}`;

/**
 * Reads the settings of a quiz from its form. An empty limit is none; a bank without a number is not drawn
 * from. `before` gives what the form does not show.
 */
export function readQuizForm(
  data: FormData,
  banks: readonly BankOfForm[],
  before: QuizMeta,
): { readonly values: QuizFormValues; readonly errors: QuizFormErrors } {
  const said = (name: string) => String(data.get(name) ?? '').trim();
  const errors: Record<string, QuizFormError> = {};
  const draws = readDraws(said, banks, before.draws, errors);
  if (said('title') === '') errors['title'] = 'missing';
  if (draws.length === 0) errors['draws'] = 'noDraw';
  const limit = (name: string, most: number) => {
    if (said(name) === '') return null;
    const value = whole(said(name), most);
    if (value === null) errors[name] = 'wrongWhole';
    return value;
  };
  const passMark = mark(said('passMark'), before.scale);
  if (passMark === null) errors['passMark'] = 'wrongMark';
  return {
    values: {
      ...before,
      title: said('title'),
      titleEn: said('titleEn'),
      purpose: QUIZ_PURPOSES.find((one) => one === said('purpose')) ?? before.purpose,
      review: QUIZ_REVIEWS.find((one) => one === said('review')) ?? before.review,
      draws,
      timeLimitMinutes: limit('timeLimitMinutes', 600),
      attempts: limit('attempts', 100),
      passMark: passMark ?? before.passMark,
      shuffle: data.has('shuffle'),
      offline: data.has('offline'),
    },
    errors,
  };
}

/** Banks stay in the order in which the quiz drew from them; new ones come after. */
function readDraws(
  said: (name: string) => string,
  banks: readonly BankOfForm[],
  before: readonly QuizDraw[],
  errors: Record<string, QuizFormError>,
): readonly QuizDraw[] {
  const place = new Map(before.map(({ bankId }, index) => [bankId, index]));
  const order = (bankId: string) => place.get(bankId) ?? before.length;
  return [...banks]
    .sort((a, b) => order(a.bankId) - order(b.bankId))
    .flatMap(({ bankId, questions }) => {
      const field = drawField(bankId);
      if (said(field) === '' || said(field) === '0') return [];
      const count = whole(said(field), 1000);
      if (count === null) errors[field] = 'wrongWhole';
      else if (count > questions) errors[field] = 'tooMany';
      return [{ bankId, count: count ?? 1 }];
    });
}

function whole(text: string, most: number): number | null {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= 1 && value <= most ? value : null;
}

/** A mark with at most one decimal, written with comma or point. */
function mark(text: string, scale: number): number | null {
  const value = /^\d{1,4}([.,]\d)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return value >= 0 && value <= scale ? value : null;
}
