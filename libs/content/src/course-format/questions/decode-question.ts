import { QUESTION_DIFFICULTIES, QUESTION_TYPES, type QuestionType } from '@cam-nang/domain';

import {
  list,
  located,
  peek,
  record,
  wrong,
  WRONG,
  type Decoded,
  type Decoder,
  type YamlValue,
} from '../yaml/decoder.js';
import {
  boolean,
  choice,
  code,
  decimalText,
  integer,
  markdownText,
  possiblyEmptyText,
  text,
} from '../yaml/scalars.js';
import { readGaps } from './gaps-text.js';
import type { GapsPiece, OptionDraft, QuestionDraft } from './question-draft.js';

const COMMON = {
  id: located(code),
  type: choice(QUESTION_TYPES),
  stem: markdownText,
  feedback: markdownText,
  lesson: located(code),
  outcome: located(code),
  difficulty: choice(QUESTION_DIFFICULTIES),
  tags: list(text),
};

const option: Decoder<OptionDraft> = (value) => {
  const read = record(
    { text: markdownText },
    { correct: boolean, fraction: integer(-100, 100), feedback: markdownText },
  )(value);
  if (read === WRONG) return WRONG;
  const { text: words, correct, fraction, feedback = '' } = read;
  if (correct === undefined && fraction === undefined) {
    return wrong({ ...value, key: 'correct' }, 'key_missing');
  }
  return {
    text: words,
    correct: correct ?? (fraction ?? 0) > 0,
    ...(fraction !== undefined && { fraction }),
    feedback,
  };
};

const options = distinct(list(option, 2), (entry) => entry.text);
const pair = record({ left: markdownText, right: markdownText });
const acceptedTexts = list(text, 1);

const gaps: Decoder<readonly GapsPiece[]> = (value) => {
  const read = markdownText(value);
  if (read === WRONG) return WRONG;
  const pieces = readGaps(read);
  if (pieces === null) return wrong(value, 'gap_malformed');
  return pieces.some((piece) => 'accepted' in piece) ? pieces : wrong(value, 'gap_missing');
};

const DECODERS: Readonly<Record<QuestionType, Decoder<QuestionDraft>>> = {
  single: decodeChoices,
  truefalse: decodeChoices,
  multiple: decodeChoices,
  kprim: decodeChoices,
  short: (value) => typed('short', record({ ...COMMON, accepted: acceptedTexts })(value)),
  numeric: (value) => {
    const own = { answer: decimalText, tolerance: decimalText, unit: possiblyEmptyText };
    return typed('numeric', record({ ...COMMON, ...own })(value));
  },
  matching: (value) => {
    const lefts = distinct(list(pair, 2), (entry) => entry.left);
    const pairs = distinct(lefts, (entry) => entry.right);
    return typed('matching', record({ ...COMMON, pairs })(value));
  },
  ordering: (value) => {
    const order = distinct(list(markdownText, 2), (entry) => entry);
    return typed('ordering', record({ ...COMMON, order })(value));
  },
  gaps: (value) => {
    const read = typed('gaps', record({ ...COMMON, text: gaps })(value));
    if (read === WRONG) return WRONG;
    const { text: pieces, ...rest } = read;
    return { ...rest, pieces };
  },
};

/** Reads one question of a bank: the members that its type has, and a key that makes sense. */
export const decodeQuestion: Decoder<QuestionDraft> = (value) => {
  const type = QUESTION_TYPES.find((known) => known === peek(value, 'type'));
  if (type !== undefined) return DECODERS[type](value);
  record({ type: choice(QUESTION_TYPES) }, openShape())(value);
  return WRONG;
};

/** With an unknown type only the type is reported, not every member that belongs to some type. */
function openShape(): Readonly<Record<string, Decoder<unknown>>> {
  const any: Decoder<unknown> = () => null;
  const names = ['options', 'accepted', 'answer', 'tolerance', 'unit', 'pairs', 'order', 'text'];
  return Object.fromEntries([...Object.keys(COMMON), ...names].map((name) => [name, any]));
}

function typed<T extends string, D extends object>(
  type: T,
  read: Decoded<D>,
): Decoded<D & { readonly type: T }> {
  return read === WRONG ? WRONG : { ...read, type };
}

function decodeChoices(value: YamlValue): Decoded<QuestionDraft> {
  const read = record({ ...COMMON, options })(value);
  if (read === WRONG) return WRONG;
  const { type, options: entries, ...rest } = read;
  if (type !== 'single' && type !== 'truefalse' && type !== 'multiple' && type !== 'kprim') {
    return WRONG;
  }
  const found = entries.filter((entry) => entry.correct).length;
  const wanted = wantedRight(type, found, entries);
  if (wanted !== null) return wrong(value, 'right_options', { type, wanted, found });
  return { ...rest, type, options: entries };
}

/** How many right options a type asks for, when it does not have them; null when it does. */
function wantedRight(type: string, found: number, entries: readonly OptionDraft[]): string | null {
  if (type === 'kprim') return null;
  if (type === 'multiple') return found >= 1 ? null : '≥ 1';
  if (type === 'truefalse' && entries.length !== 2) return '1/2';
  const weighed = entries.some((entry) => entry.fraction !== undefined);
  return found === 1 || (weighed && found > 1) ? null : '1';
}

/** A list whose entries say different things: equal ones could not be told apart by id or by eye. */
function distinct<T>(
  decoder: Decoder<readonly T[]>,
  wordsOf: (entry: T) => string,
): Decoder<readonly T[]> {
  return (value) => {
    const read = decoder(value);
    if (read === WRONG) return WRONG;
    const words = read.map(wordsOf);
    const twice = words.find((entry, index) => words.indexOf(entry) !== index);
    return twice === undefined ? read : wrong(value, 'text_twice', { text: twice });
  };
}
