import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import {
  CircleCheckIcon,
  CircleDashedIcon,
  CircleXIcon,
  ClockIcon,
  PencilLineIcon,
  Undo2Icon,
  type IconType,
} from '../../../ui/icons.js';
import { Status, type Tone } from '../../../ui/tag.js';
import { messages } from './messages/index.js';
import type { Report } from './report-page.js';

/** Given back to be improved: marked, and open for writing again. */
export function isReturned({ state, mark, mayEdit }: Report): boolean {
  return state === 'returned' || (state === 'draft' && mark !== null && mayEdit);
}

interface Look {
  readonly icon: IconType;
  readonly tone?: Tone;
  readonly key: 'returned' | 'passed' | 'failed' | 'draft' | 'none' | 'noneClosed';
}

function lookOf(report: Report): Look {
  const { state, mark, mayEdit } = report;
  if (isReturned(report)) return { icon: Undo2Icon, tone: 'warn', key: 'returned' };
  if (state === 'marked') {
    return mark?.passed === true
      ? { icon: CircleCheckIcon, tone: 'ok', key: 'passed' }
      : { icon: CircleXIcon, tone: 'bad', key: 'failed' };
  }
  if (!mayEdit) return { icon: CircleXIcon, tone: 'warn', key: 'noneClosed' };
  if (state === 'draft') return { icon: PencilLineIcon, key: 'draft' };
  return { icon: CircleDashedIcon, key: 'none' };
}

/** Where the report stands, in icon, word and colour. */
export function ReportStanding({ report }: { readonly report: Report }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { state, submittedAt } = report;
  if (state === 'submitted') {
    return (
      <Status icon={ClockIcon} tone="info">
        {t('submitted', { time: submittedAt === null ? '' : format.dateTime(submittedAt) })}
      </Status>
    );
  }
  const { icon, tone, key } = lookOf(report);
  return (
    <Status icon={icon} tone={tone}>
      {t(key)}
    </Status>
  );
}
