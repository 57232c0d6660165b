import { useMessages } from '../../../lib/i18n/catalogue.js';
import type { Translate } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import type { vi } from './messages/vi.js';
import type { EditionDetail, RequestCheck } from './types.js';

type Words = Translate<typeof vi>;
type Params = Readonly<Record<string, unknown>>;

const HOURS_PROBLEMS = [
  'hours_not_whole',
  'group_module_missing',
  'group_module_twice',
  'group_module_not_elective',
  'choose_out_of_range',
  'elective_in_no_group',
  'too_many_paths',
] as const;

const KEPT = [
  'something_changed',
  'hours_add_up',
  'references_there',
  'quiz_can_be_drawn',
  'lesson_not_empty',
  'images_described',
  'question_written',
  'codes_differ',
  'module_has_lesson',
  'only_corrections',
  'reason_given',
  'objections_met',
  'comments_answered',
  'errata_carried_over',
] as const;

const PLAIN_REFUSALS = [
  'node_added',
  'node_removed',
  'node_moved',
  'question_changed',
  'text_not_compared',
] as const;

/** Settings that no erratum may change, as they are called on the screens that set them. */
const FIELDS = [
  'hours',
  'outcomes',
  'minutes',
  'code',
  'moduleKind',
  'days',
  'periodsPerDay',
  'groups',
  'passMark',
  'scale',
  'draws',
  'attempts',
  'timeLimitMinutes',
  'purpose',
  'review',
] as const;

function isOneOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return list.some((one) => one === value);
}

function said(params: Params, name: string): string | number {
  const value = params[name];
  return typeof value === 'number' || typeof value === 'string' ? value : '';
}

const broken: Readonly<Record<string, (t: Words, params: Params) => string>> = {
  something_changed: (t) => t('check.something_changed'),
  hours_add_up: hoursText,
  references_there: referenceText,
  quiz_can_be_drawn: (t, params) =>
    params['asked'] === 0
      ? t('check.quiz_can_be_drawn.none')
      : t('check.quiz_can_be_drawn', {
          asked: said(params, 'asked'),
          there: said(params, 'there'),
        }),
  lesson_not_empty: (t, params) => t('check.lesson_not_empty', { title: said(params, 'title') }),
  images_described: (t, params) =>
    t('check.images_described', { title: said(params, 'title'), count: said(params, 'count') }),
  question_written: (t, params) => t('check.question_written', { title: said(params, 'title') }),
  codes_differ: (t, params) => t('check.codes_differ', { code: said(params, 'code') }),
  module_has_lesson: (t, params) => t('check.module_has_lesson', { title: said(params, 'title') }),
  only_corrections: (t, params) => refusalText(t, params['refusal'], params),
  objections_met: (t, params) => t('check.objections_met', { count: said(params, 'count') }),
  comments_answered: (t, params) => t('check.comments_answered', { count: said(params, 'count') }),
  errata_carried_over: (t, params) =>
    t('check.errata_carried_over', {
      number: said(params, 'number'),
      title: said(params, 'title'),
      follows: said(params, 'follows'),
    }),
  errata_first: (t, params) => {
    const named = { edition: said(params, 'edition'), next: said(params, 'next') };
    return params['hindrance'] === 'taken_in_part'
      ? t('check.errata_first.taken_in_part', named)
      : t('check.errata_first.sealed', named);
  },
  reason_given: (t, params) => t('check.reason_given', { title: said(params, 'title') }),
};

function hoursText(t: Words, params: Params): string {
  const { problem } = params;
  if (isOneOf(HOURS_PROBLEMS, problem)) {
    return t(`check.hours.${problem}`, { about: said(params, 'about') });
  }
  return t('check.hours_add_up.sum', {
    total: said(params, 'total'),
    expected: said(params, 'expected'),
  });
}

function referenceText(t: Words, params: Params): string {
  if (params['kind'] === 'lesson') return t('check.references_there.lesson');
  if (params['kind'] === 'bank') return t('check.references_there.bank');
  return t('check.references_there.outcome', { target: said(params, 'target') });
}

/** Why something is no erratum, and of which node it is said. */
function refusalText(t: Words, code: unknown, params: Params): string {
  const reason = reasonText(t, code, params);
  const title = said(params, 'title');
  return title === '' ? reason : t('refusal.of', { title, reason });
}

function reasonText(t: Words, code: unknown, params: Params): string {
  if (isOneOf(PLAIN_REFUSALS, code)) return t(`refusal.${code}`);
  if (code === 'too_many_words') {
    return t('refusal.too_many_words', {
      words: said(params, 'words'),
      most: said(params, 'most'),
    });
  }
  const field = String(said(params, 'field'));
  const [first = ''] = field.split('.');
  return t('refusal.setting_changed', {
    field: isOneOf(FIELDS, first) ? t(`field.${first}`) : field,
  });
}

function checkText(t: Words, check: RequestCheck): string {
  if (check.met && isOneOf(KEPT, check.code)) return t(`check.${check.code}.met`);
  return broken[check.code]?.(t, check.params) ?? t('check.other', { code: check.code });
}

/** What a check says, kept or broken. */
export function useCheckWords() {
  const { t } = useMessages(messages);
  return {
    check: (check: RequestCheck) => checkText(t, check),
    refusal: (refusal: EditionDetail['erratumRefusals'][number]) =>
      refusalText(t, refusal.code, refusal.params),
    /** "9 đạt, 1 chưa". */
    sum: (checks: readonly RequestCheck[]) => {
      const open = checks.filter((check) => !check.met).length;
      const met = checks.length - open;
      return open === 0 ? t('checksAllMet', { count: met }) : t('checksMet', { met, open });
    },
    weight: (check: RequestCheck) => t(check.blocking ? 'blocking' : 'advice'),
  };
}
