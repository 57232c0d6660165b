import { useEffect } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { GitMergeIcon } from '../../../ui/icons.js';
import { EmptyState } from '../../../ui/states.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { ConflictChoice } from '../../kit/conflicts/conflict-choice.js';
import { ConflictTexts } from '../../kit/conflicts/conflict-texts.js';
import type { SideNames } from '../../kit/conflicts/place.js';
import { useChoice, useChoiceKeys } from '../../kit/conflicts/use-choice.js';
import { Pane } from '../../kit/work.js';
import { useChangePageQuery } from '../../page.js';
import { ConflictActs } from './conflict-acts.js';
import { ConflictPlaces } from './conflict-places.js';
import { ConflictSide } from './conflict-side.js';
import { messages } from './messages/index.js';
import type { Conflict, Conflicts as Data } from './model/conflict.js';

interface Props {
  readonly request: RequestView;
  readonly data: Data;
  readonly shown: Conflict | undefined;
}

/** Everything below the head. */
export function Conflicts({ request, data, shown }: Props) {
  if (shown === undefined) return <NothingCollides request={request} data={data} />;
  const { base, ours, theirs } = shown.triple;
  return (
    <OnePlace
      key={`${shown.id} ${base} ${ours} ${theirs}`}
      request={request}
      data={data}
      shown={shown}
    />
  );
}

function OnePlace({ request, data, shown }: Props & { readonly shown: Conflict }) {
  const choice = useChoice(shown, data.allowed.decide);
  const sides = useSideNames(request.number);
  useChoiceKeys(choice);
  useWalkKeys(data, shown);
  return (
    <>
      <ConflictPlaces data={data} shown={shown} />
      <ConflictTexts conflict={shown} names={data.names} sides={sides} />
      <ConflictChoice keys choice={choice} conflict={shown} sides={sides} />
      <Pane side={<ConflictSide data={data} conflict={shown} />}>
        <ConflictChoice.Result choice={choice} conflict={shown} sides={sides} />
      </Pane>
      <ConflictActs request={request} data={data} shown={shown} choice={choice} />
    </>
  );
}

function useSideNames(number: number): SideNames {
  const { t } = useMessages(messages);
  return {
    ours: t('ours'),
    theirs: t('theirs', { number }),
    keepOurs: t('choice.ours'),
    keepTheirs: t('choice.theirs', { number }),
    oursFirst: t('choice.bothOurs'),
    theirsFirst: t('choice.bothTheirs'),
    written: t('written'),
    result: t('result'),
  };
}

/** N and P go from place to place. */
function useWalkKeys(data: Data, shown: Conflict): void {
  const change = useChangePageQuery();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey;
      const step = { n: 1, p: -1 }[event.key.toLowerCase()];
      if (inField || step === undefined) return;
      const at = data.conflicts.findIndex(({ id }) => id === shown.id);
      const next = data.conflicts.at((at + step) % data.conflicts.length);
      if (next !== undefined) change({ place: next.id });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [data, shown, change]);
}

function NothingCollides({ request, data }: Omit<Props, 'shown'>) {
  const { t } = useMessages(messages);
  return (
    <>
      <EmptyState
        icon={GitMergeIcon}
        title={t('emptyTitle')}
        text={t(data.outdated ? 'emptyText' : 'emptyCurrent')}
      />
      <ConflictActs request={request} data={data} shown={undefined} choice={undefined} />
    </>
  );
}
