import { useMessages } from '../../../lib/i18n/catalogue.js';
import {
  CircleCheckIcon,
  CircleDashedIcon,
  PencilLineIcon,
  TimerIcon,
  Undo2Icon,
  type IconType,
} from '../../../ui/icons.js';
import { Status, type Tone } from '../../../ui/tag.js';
import { messages } from './messages/index.js';
import type { ReportRow } from './report-types.js';

const looks: Readonly<Record<ReportRow['state'], readonly [icon: IconType, tone?: Tone]>> = {
  none: [CircleDashedIcon],
  draft: [PencilLineIcon],
  submitted: [TimerIcon, 'warn'],
  returned: [Undo2Icon, 'info'],
  marked: [CircleCheckIcon, 'ok'],
};

/** Where a report is, in sign, word and colour. */
export function ReportState({ state }: { readonly state: ReportRow['state'] }) {
  const { t } = useMessages(messages);
  const [icon, tone] = looks[state];
  return (
    <Status icon={icon} tone={tone}>
      {t(`state.${state}`)}
    </Status>
  );
}
