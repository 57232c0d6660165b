import { useMessages } from '../../lib/i18n/catalogue.js';
import { useFormat, type Format } from '../../lib/i18n/format.js';
import type { Locale } from '../../lib/i18n/locale.js';
import { pick } from '../../lib/i18n/pick.js';
import { messages } from './messages/index.js';

/** A reason as the server states it: a code and its figures. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

type Say = ReturnType<typeof useMessages<typeof messages.vi>>['t'];

/** The moment that a reason is about, which every reason calls `at`. */
function momentOf(reason: Reason, format: Format): string {
  const { at } = reason.params;
  return typeof at === 'string' ? format.dateTime(at) : '';
}

const numberOf = (reason: Reason, name: string): number => Number(reason.params[name] ?? 0);

function after(reason: Reason, t: Say): string {
  const title = reason.params['title'];
  const remaining = numberOf(reason, 'remaining');
  return typeof title === 'string' && title !== ''
    ? t('afterNode', { title, remaining })
    : t('afterStudy', { remaining });
}

function locked(reason: Reason, t: Say, format: Format): string | undefined {
  switch (reason.code) {
    case 'after':
      return after(reason, t);
    case 'opens-at':
    case 'not-open-yet':
      return t('opensAt', { time: momentOf(reason, format) });
    case 'closed-at':
    case 'closed':
      return t('closedAt', { time: momentOf(reason, format) });
    case 'cohort-not-running':
      return t('cohortNotRunning');
    case 'limit-reached':
      return t('limitReached', { limit: numberOf(reason, 'limit') });
    case 'still-open':
      return t('stillOpen');
    default:
      return undefined;
  }
}

function why(reason: Reason, t: Say, format: Format): string {
  switch (reason.code) {
    case 'time-runs':
      return t('timeRuns', { time: momentOf(reason, format) });
    case 'left-open':
      return t('leftOpen');
    case 'closes-soon':
      return t('closesSoon', { time: momentOf(reason, format) });
    case 'next-in-order':
      return t('nextInOrder', { remaining: numberOf(reason, 'remaining') });
    case 'text-corrected':
      return t('textCorrected', { blocks: numberOf(reason, 'blocks') });
    case 'needed-for-certificate':
      return t('neededForCertificate');
    case 'certificate-issued':
      return t('certificateIssued');
    case 'finished':
      return t('finished');
    case 'choose':
      return t('choose');
    default:
      return t('unknown');
  }
}

/** What is to be known about something that is not locked. */
function remark({ code }: Reason, t: Say): string | undefined {
  switch (code) {
    case 'not-chosen':
      return t('notChosen');
    case 'waits-for-mark':
      return t('waitsForMark');
    case 'returned-for-improvement':
      return t('returned');
    case 'not-passed-yet':
      return t('notPassedYet');
    case 'below-pass':
      return t('belowPass');
    case 'data-reported':
      return t('dataReported');
    default:
      return undefined;
  }
}

/** Says a reason in words: why something is locked, why it is proposed, or how it stands. */
export function useReason(): (reason: Reason) => string {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  return (stated) => {
    const reason = titled(stated, locale);
    return locked(reason, t, format) ?? remark(reason, t) ?? why(reason, t, format);
  };
}

/** A reason with the title of what it is about in the language of the screens. */
function titled(reason: Reason, locale: Locale): Reason {
  const { title, titleEn } = reason.params;
  if (typeof title !== 'string' || typeof titleEn !== 'string') return reason;
  return { ...reason, params: { ...reason.params, title: pick(locale, title, titleEn) } };
}
