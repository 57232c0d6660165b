import type { QuestionType } from '../curriculum/question-content.js';

/** One option chosen; null when none is. */
export interface SingleResponse {
  readonly type: 'single';
  readonly optionId: string | null;
}

/** One of two options chosen; null when none is. */
export interface TrueFalseResponse {
  readonly type: 'truefalse';
  readonly optionId: string | null;
}

/** The set of options ticked. */
export interface MultipleResponse {
  readonly type: 'multiple';
  readonly optionIds: readonly string[];
}

/** Each judged statement as true or false; one that is not judged is absent. */
export interface KprimResponse {
  readonly type: 'kprim';
  readonly judged: Readonly<Record<string, boolean>>;
}

/** The text typed; empty when nothing is. */
export interface ShortResponse {
  readonly type: 'short';
  readonly text: string;
}

/** The number as it was typed; empty when nothing is. */
export interface NumericResponse {
  readonly type: 'numeric';
  readonly text: string;
}

/** The right side (`rightId`) chosen for each left side (pair id); absent when none is. */
export interface MatchingResponse {
  readonly type: 'matching';
  readonly matches: Readonly<Record<string, string>>;
}

/** Items in the order given; empty when not touched. */
export interface OrderingResponse {
  readonly type: 'ordering';
  readonly order: readonly string[];
}

/** The text typed into each gap, by gap id. */
export interface GapsResponse {
  readonly type: 'gaps';
  readonly texts: Readonly<Record<string, string>>;
}

/** What a taker answered: always by ids, never by position. */
export type QuestionResponse =
  | SingleResponse
  | TrueFalseResponse
  | MultipleResponse
  | KprimResponse
  | ShortResponse
  | NumericResponse
  | MatchingResponse
  | OrderingResponse
  | GapsResponse;

/** The response that says nothing, for a question of this type. */
export function emptyResponse(type: QuestionType): QuestionResponse {
  switch (type) {
    case 'single':
    case 'truefalse':
      return { type, optionId: null };
    case 'multiple':
      return { type, optionIds: [] };
    case 'kprim':
      return { type, judged: {} };
    case 'short':
    case 'numeric':
      return { type, text: '' };
    case 'matching':
      return { type, matches: {} };
    case 'ordering':
      return { type, order: [] };
    case 'gaps':
      return { type, texts: {} };
  }
}

/** True when the response says something; white space alone is nothing. */
export function isAnswered(response: QuestionResponse): boolean {
  switch (response.type) {
    case 'single':
    case 'truefalse':
      return response.optionId !== null;
    case 'multiple':
      return response.optionIds.length > 0;
    case 'kprim':
      return Object.keys(response.judged).length > 0;
    case 'short':
    case 'numeric':
      return response.text.trim() !== '';
    case 'matching':
      return Object.keys(response.matches).length > 0;
    case 'ordering':
      return response.order.length > 0;
    case 'gaps':
      return Object.values(response.texts).some((text) => text.trim() !== '');
  }
}

/** The entry of a record that came from outside: its own only, never one of the prototype's. */
export function entryOf<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
