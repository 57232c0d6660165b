import { useMessages, type Translate } from '../../../lib/i18n/catalogue.js';
import { useFormat, type Format } from '../../../lib/i18n/format.js';
import type { Locale } from '../../../lib/i18n/locale.js';
import { pick } from '../../../lib/i18n/pick.js';
import type { Condition } from './certificate-page.js';
import { messages } from './messages/index.js';

interface Language {
  readonly t: Translate<(typeof messages)['vi']>;
  readonly locale: Locale;
  readonly format: Format;
}

/** Shares are in hundredths of a per cent. */
const WHOLE = 10_000;

/** The least whole number that reaches a share of a whole: of 40 periods at 80 % it is 32. */
export function leastOf(whole: number, share: number): number {
  return Math.ceil((whole * share) / WHOLE);
}

function study({ actual, required, met }: Condition, { t }: Language): string | undefined {
  if (actual.kind !== 'share' || required.kind !== 'least-share') return undefined;
  const { part: done, whole: all } = actual;
  if (met) return t('studyMet', { done, all });
  return t('studyMissing', { done, all, count: leastOf(all, required.share) - done });
}

function attendance({ actual, required, met }: Condition, { t }: Language): string | undefined {
  if (actual.kind !== 'periods' || required.kind !== 'least-share') return undefined;
  const { counted, planned } = actual;
  if (planned === 0) return t('attendanceNone');
  if (met) return t('attendanceMet', { counted, planned });
  const needed = leastOf(planned, required.share);
  return t('attendanceMissing', { counted, planned, count: needed - counted });
}

function work(condition: Condition, { t, locale, format }: Language): string | undefined {
  const { actual, required, nodeTitle, nodeTitleEn } = condition;
  if (actual.kind !== 'mark' || required.kind !== 'least-mark') return undefined;
  const title = pick(locale, nodeTitle ?? '', nodeTitleEn);
  if (actual.mark === null) return t('workNone', { title });
  const scale = format.number(actual.scale / 100);
  const mark = format.mark(actual.mark);
  if (condition.met) return t('workMet', { title, mark, scale });
  return t('workBelow', { title, mark, scale, needed: format.number(required.mark / 100) });
}

/** Words for met and for missing of the conditions that are yes or no. */
const flags = {
  'data-confirmed': ['dataMet', 'dataMissing'],
  'survey-answered': ['surveyMet', 'surveyMissing'],
  'not-certified': ['certifiedMet', 'certifiedMissing'],
} as const;

function other({ code, actual, met }: Condition, { t }: Language): string {
  if (code === 'no-open-appeal') {
    const count = actual.kind === 'count' ? actual.count : 0;
    return met ? t('appealMet') : t('appealMissing', { count });
  }
  if (!(code in flags)) return t('unknownFigure');
  return t(flags[code as keyof typeof flags][met ? 0 : 1]);
}

/** Of what the counted periods are made. */
function periods({ actual }: Condition, { t }: Language): string | undefined {
  if (actual.kind !== 'periods' || actual.planned === 0) return undefined;
  const { present, madeUp, excused, excusedCounted } = actual;
  return [
    t('present', { count: present }),
    ...(madeUp > 0 ? [t('madeUp', { count: madeUp })] : []),
    ...(excused > 0 ? [t('excused', { count: excused, counted: excusedCounted })] : []),
  ].join(', ');
}

/** What would change a condition: as long as there is no figure yet, and once there is one. */
const mends = {
  'study-completed': ['mendStudy', 'mendStudy'],
  attendance: ['mendAttendance', 'mendAttendance'],
  'quiz-passed': ['mendQuizNone', 'mendQuizBelow'],
  'report-passed': ['mendReportNone', 'mendReportBelow'],
  'data-confirmed': ['mendData', 'mendData'],
  'no-open-appeal': ['mendAppeal', 'mendAppeal'],
  'survey-answered': ['mendSurvey', 'mendSurvey'],
  'not-certified': ['mendCertified', 'mendCertified'],
} as const;

function mend({ code, actual }: Condition, { t }: Language): string {
  const marked = actual.kind === 'mark' && actual.mark !== null;
  return t(mends[code][marked ? 1 : 0]);
}

/** The rule and what it rests on; only a confirmed text of the law is shown as the law. */
function rule({ basis, ruleItem }: Condition, { t, locale }: Language): string {
  const { strength, document, article } = basis;
  const said = pick(locale, basis.text.vi, basis.text.en);
  const source = article === '' ? document : t('source', { document, article });
  if (strength === 'law') return t('ruleLaw', { text: said, source, item: ruleItem });
  const own = strength === 'analogue' ? 'ruleAnalogue' : 'ruleOwn';
  return t(own, { text: said, source, item: ruleItem });
}

/** Words for a condition: how it stands, what it is made of, what would change it, and its rule. */
export function useConditionWords() {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const language = { t, locale, format };
  return (condition: Condition) => ({
    title:
      study(condition, language) ??
      attendance(condition, language) ??
      work(condition, language) ??
      other(condition, language),
    detail: periods(condition, language),
    mend: condition.met ? undefined : mend(condition, language),
    rule: rule(condition, language),
  });
}
