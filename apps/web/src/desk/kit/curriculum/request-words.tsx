import { useMessages } from '../../../lib/i18n/catalogue.js';
import {
  CheckIcon,
  CircleXIcon,
  EyeIcon,
  GitMergeIcon,
  PencilLineIcon,
  TriangleAlertIcon,
  type IconType,
} from '../../../ui/icons.js';
import { Status, type Tone } from '../../../ui/tag.js';
import { messages } from './messages/index.js';
import type { RequestView } from './types.js';

const looks: Readonly<
  Record<RequestView['state'], { readonly tone?: Tone; readonly icon: IconType }>
> = {
  draft: { icon: PencilLineIcon },
  in_review: { tone: 'info', icon: EyeIcon },
  changes_requested: { tone: 'warn', icon: TriangleAlertIcon },
  approved: { tone: 'ok', icon: CheckIcon },
  merged: { tone: 'ok', icon: GitMergeIcon },
  abandoned: { icon: CircleXIcon },
};

/** Where a change request has got to, in icon, word and colour. */
export function RequestState({ request }: { readonly request: Pick<RequestView, 'state'> }) {
  const { t } = useMessages(messages);
  const { tone, icon } = looks[request.state];
  return (
    <Status tone={tone} icon={icon}>
      {t(`requestState.${request.state}`)}
    </Status>
  );
}

/** Words about change requests: name, kind and how much they change. */
export function useRequestWords() {
  const { t } = useMessages(messages);
  return {
    name: (request: Pick<RequestView, 'number'>) => t('request', { number: request.number }),
    kind: (request: Pick<RequestView, 'kind'>) => t(`requestKind.${request.kind}`),
    /** The kind, and of an erratum which edition it corrects. */
    about: ({ kind, baseEdition }: Pick<RequestView, 'kind' | 'baseEdition'>) =>
      kind === 'erratum' && baseEdition !== null
        ? t('requestKind.correction', { label: baseEdition.label })
        : t(`requestKind.${kind}`),
    state: (request: Pick<RequestView, 'state'>) => t(`requestState.${request.state}`),
    /** "2 mới, 3 đổi nội dung, 120 tiếng". */
    changes: ({ changes }: Pick<RequestView, 'changes'>) => {
      const parts = (['added', 'removed', 'moved', 'changed', 'words'] as const)
        .filter((name) => changes[name] > 0)
        .map((name) => t(`changes.${name}`, { count: changes[name] }));
      return parts.length === 0 ? t('changes.none') : parts.join(', ');
    },
  };
}

/** Open requests are still worked on. */
export function isOpen({ state }: Pick<RequestView, 'state'>): boolean {
  return state !== 'merged' && state !== 'abandoned';
}
