import { useMessages, type Translate } from '../../../lib/i18n/catalogue.js';
import { useFormat, type Format } from '../../../lib/i18n/format.js';
import type { Locale } from '../../../lib/i18n/locale.js';
import { pick } from '../../../lib/i18n/pick.js';
import type { Unmet } from './award-types.js';
import { messages } from './messages/index.js';
import { leastOf } from './unmet.js';

interface Language {
  readonly t: Translate<(typeof messages)['vi']>;
  readonly locale: Locale;
  readonly mark: Format['mark'];
}

function study({ actual, required }: Unmet, { t }: Language): string | undefined {
  if (actual.kind !== 'share' || required.kind !== 'least-share') return undefined;
  const { part: done, whole: all } = actual;
  return t('unmet.study', { done, all, needed: leastOf(all, required.share) });
}

function attendance({ actual, required }: Unmet, { t }: Language): string | undefined {
  if (actual.kind !== 'periods' || required.kind !== 'least-share') return undefined;
  const { counted, planned } = actual;
  if (planned === 0) return t('unmet.attendanceNone');
  const needed = leastOf(planned, required.share);
  return t('unmet.attendance', { missing: needed - counted, counted, planned, needed });
}

function work(condition: Unmet, { t, locale, mark }: Language): string | undefined {
  const { actual, required, nodeTitle, nodeTitleEn } = condition;
  if (actual.kind !== 'mark' || required.kind !== 'least-mark') return undefined;
  const title = pick(locale, nodeTitle ?? '', nodeTitleEn);
  if (actual.mark === null) return t('unmet.quizNone', { title });
  const figures = { mark: mark(actual.mark), needed: mark(required.mark) };
  return t('unmet.quiz', { title, ...figures, scale: actual.scale / 100 });
}

function flag({ code, actual }: Unmet, { t }: Language): string {
  const count = actual.kind === 'count' ? actual.count : 0;
  switch (code) {
    case 'no-open-appeal':
      return t('unmet.no-open-appeal', { count });
    case 'data-confirmed':
    case 'survey-answered':
    case 'not-certified':
      return t(`unmet.${code}`);
    default:
      return t(`short.${code}`);
  }
}

/** The rule behind a condition; a rule of a neighbouring field is never shown as the law. */
function basisOf({ basis, ruleItem }: Unmet, { t }: Language): string {
  const { strength, document, article } = basis;
  if (strength === 'analogue') return t('basisOwn', { item: ruleItem, document });
  return article === '' ? document : t('basis', { document, article });
}

/** Words for conditions that are not met: what is missing with its figures, and the rule behind it. */
export function useConditionWords(): {
  readonly missing: (condition: Unmet) => string;
  readonly basis: (condition: Unmet) => string;
} {
  const { t, locale } = useMessages(messages);
  const { mark } = useFormat();
  const language = { t, locale, mark };
  return {
    missing: (condition) =>
      study(condition, language) ??
      attendance(condition, language) ??
      work(condition, language) ??
      flag(condition, language),
    basis: (condition) => basisOf(condition, language),
  };
}
