import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Tag } from '../../../ui/tag.js';
import type { ProposalSummary } from './award-types.js';
import { messages } from './messages/index.js';

const looks = { computed: 'info', submitted: 'warn', signed: 'ok', returned: 'bad' } as const;

/** Where a proposal stands, as a small label. */
export function ProposalState({ state }: { readonly state: ProposalSummary['state'] }) {
  const { t } = useMessages(messages);
  return <Tag look={looks[state]}>{t(`state.${state}`)}</Tag>;
}
