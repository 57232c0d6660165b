import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import {
  CircleAlertIcon,
  CloudCheckIcon,
  CloudUploadIcon,
  PencilLineIcon,
  SmartphoneIcon,
  TriangleAlertIcon,
  type IconType,
} from '../../../ui/icons.js';
import { Status, type Tone } from '../../../ui/tag.js';
import type { DraftState } from './draft-state.js';
import { messages } from './messages/index.js';

const looks: Readonly<Record<DraftState['at'], { readonly tone?: Tone; readonly icon: IconType }>> =
  {
    clean: { icon: CloudCheckIcon },
    typing: { icon: PencilLineIcon },
    saving: { icon: CloudUploadIcon },
    saved: { icon: CloudCheckIcon },
    waiting: { tone: 'warn', icon: SmartphoneIcon },
    refused: { tone: 'bad', icon: CircleAlertIcon },
    collided: { tone: 'warn', icon: TriangleAlertIcon },
  };

/** Where what was typed has got to, always with the time and the version. */
export function SavedLine(props: { readonly state: DraftState; readonly version: number }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { state, version } = props;
  const { tone, icon } = looks[state.at];
  const words = {
    clean: () => (version === 0 ? t('unsaved') : t('savedBefore', { version })),
    typing: () => t('typing'),
    saving: () => t('saving'),
    saved: () =>
      version === 0
        ? t('unsaved')
        : t('saved', { time: state.at === 'saved' ? format.time(state.time) : '', version }),
    waiting: () => t('waitingShort'),
    refused: () => t('refusedShort'),
    collided: () => t('collidedShort'),
  };
  return (
    <span role="status">
      <Status tone={tone} icon={icon}>
        {words[state.at]()}
      </Status>
    </span>
  );
}
