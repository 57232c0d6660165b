import type { readEditionCouncil as Descriptor, ResponseOf } from '@cam-nang/contracts';
import { readEditionCouncil } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Link } from '../../../ui/link.js';
import { useRead } from '../../data/query.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';

type State = ResponseOf<typeof Descriptor>;

/** Where the edition stands with its council, and the way there; nothing where a signature is enough. */
export function CouncilBlock({ editionId }: { readonly editionId: string }) {
  const { t } = useMessages(messages);
  const { data } = useRead(readEditionCouncil, { params: { editionId } });
  const say = useCouncilSay(data);
  if (data?.required !== true) return null;
  return (
    <Block
      title={t('councilHead')}
      aside={<Link href={href('council', { editionId })}>{t('councilOpen')}</Link>}
    >
      <p>{say}</p>
    </Block>
  );
}

function useCouncilSay(state: State | undefined): string {
  const { t } = useMessages(messages);
  if (state === undefined) return '';
  const { council, confirmed, confirmable } = state;
  if (confirmed !== null) return t('councilConfirmed', { name: confirmed.by });
  if (state.passed) return t('councilPassed');
  if (council === null || council.stage === 'dissolved') {
    if (confirmable === null) return t('councilNone');
    if (confirmable.unchanged) return t('councilUnchanged');
    return t('councilAwaits', { name: confirmable.chair });
  }
  const { present } = council.tally;
  if (council.stage === 'sitting') {
    return t('councilSitting', { present, all: council.members.length });
  }
  return t('councilAgainst');
}
