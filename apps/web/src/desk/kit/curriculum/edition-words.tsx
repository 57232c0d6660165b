import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import {
  BadgeCheckIcon,
  CalendarClockIcon,
  CircleXIcon,
  HistoryIcon,
  PencilLineIcon,
  Undo2Icon,
  type IconType,
} from '../../../ui/icons.js';
import { Status, type Tone } from '../../../ui/tag.js';
import { messages } from './messages/index.js';
import type { EditionView } from './types.js';

const looks: Readonly<
  Record<EditionView['state'], { readonly tone?: Tone; readonly icon: IconType }>
> = {
  candidate: { tone: 'warn', icon: PencilLineIcon },
  returned: { tone: 'bad', icon: Undo2Icon },
  scheduled: { tone: 'info', icon: CalendarClockIcon },
  in_force: { tone: 'ok', icon: BadgeCheckIcon },
  superseded: { icon: HistoryIcon },
  withdrawn: { tone: 'bad', icon: CircleXIcon },
};

/** What an edition is today, in icon, word and colour. */
export function EditionState({ edition }: { readonly edition: EditionView }) {
  const { t } = useMessages(messages);
  const { tone, icon } = looks[edition.state];
  return (
    <Status tone={tone} icon={icon}>
      {t(`editionState.${edition.state}`)}
    </Status>
  );
}

/** Words about editions: name, kind, decision, days of effect. */
export function useEditionWords() {
  const { t } = useMessages(messages);
  const format = useFormat();
  const decision = (edition: EditionView) => {
    if (edition.decisionNo === null) return null;
    return edition.decisionDate === null
      ? t('decisionUndated', { number: edition.decisionNo })
      : t('decision', { number: edition.decisionNo, date: format.date(edition.decisionDate) });
  };
  const force = (edition: EditionView) => {
    const { forceFrom, forceTo, appliesFrom } = edition;
    if (forceFrom === null) {
      return appliesFrom === null ? null : t('appliesFrom', { from: format.date(appliesFrom) });
    }
    const from = format.date(forceFrom);
    return forceTo === null
      ? t('forceFrom', { from })
      : t('forceFromTo', { from, to: format.date(lastDay(forceTo)) });
  };
  return {
    name: (edition: Pick<EditionView, 'label'>) => t('edition', { label: edition.label }),
    kind: (edition: EditionView) => t(`editionKind.${edition.kind}`),
    decision,
    force,
    /** "đính chính · Quyết định 12/QĐ-SNV ngày 02/05/2026 · hiệu lực từ 15/05/2026". */
    line: (edition: EditionView) =>
      [t(`editionKind.${edition.kind}`), decision(edition), force(edition)]
        .filter((part) => part !== null)
        .join(' · '),
  };
}

/** The last day of a range that is kept with the first day that is not in it any more. */
export function lastDay(firstDayAfter: string): string {
  const date = new Date(`${firstDayAfter}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
