import { useMessages } from '../../../lib/i18n/catalogue.js';
import {
  CheckIcon,
  MessageSquareTextIcon,
  TriangleAlertIcon,
  type IconType,
} from '../../../ui/icons.js';
import { Status, type Tone } from '../../../ui/tag.js';
import { messages } from './messages/index.js';
import type { Review } from './types.js';

const looks: Readonly<
  Record<Review['verdict'], { readonly tone?: Tone; readonly icon: IconType }>
> = {
  approve: { tone: 'ok', icon: CheckIcon },
  request_changes: { tone: 'warn', icon: TriangleAlertIcon },
  comment: { icon: MessageSquareTextIcon },
};

/** A verdict in icon, word and colour; struck when it was about an older version. */
export function VerdictWord({ review }: { readonly review: Review }) {
  const { t } = useMessages(messages);
  const word = t(`verdict.${review.verdict}`);
  if (!review.current) {
    return (
      <span>
        <s>{word}</s>, {t('verdictOutdated')}
      </span>
    );
  }
  const { tone, icon } = looks[review.verdict];
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  );
}
