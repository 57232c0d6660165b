import { useMessages } from '../../../lib/i18n/catalogue.js';
import { StepsLine, type Mark } from '../../../ui/lists.js';
import type { OwnCertificate } from './certificate-page.js';
import { messages } from './messages/index.js';

const order = ['stepDo', 'stepList', 'stepSign', 'stepPaper'] as const;

/** How far it has got: 0 while something is missing, 3 once the decision is signed. */
function reached({ award, eligible }: OwnCertificate): number {
  if (award === 'signed' || award === 'issued') return 3;
  if (award === 'submitted') return 2;
  return award === 'computed' || eligible ? 1 : 0;
}

/** What happens between the last condition and the paper. */
export function AwardSteps({ own }: { readonly own: OwnCertificate }) {
  const { t } = useMessages(messages);
  const now = reached(own);
  const stateOf = (index: number): Mark => {
    if (index === now) return 'now';
    return index < now ? 'done' : 'open';
  };
  return (
    <StepsLine steps={order.map((key, index) => ({ key, state: stateOf(index), title: t(key) }))} />
  );
}
