import { readOutline, readOverlay } from '@cam-nang/contracts/routes';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { usePageParams, usePageQuery } from '../../page.js';
import { RequestTree } from './request-tree.js';

/** The tree of a change request: what the curriculum would be, its hours, and the acts on each node. */
export function TreePage() {
  const { requestId } = usePageParams('changeRequest');
  const asked = usePageQuery((raw) => ({
    node: raw['node'],
    only: raw['only'],
    word: raw['word'],
  }));
  const overlay = useRead(readOverlay, { params: { requestId } });
  const baseId = overlay.data?.request.baseEdition?.id;
  const base = useRead(
    readOutline,
    baseId === undefined ? undefined : { params: { editionId: baseId } },
  );
  return (
    <Loaded from={overlay} page>
      {(answer) => (
        <RequestTree
          key={asked.only ?? 'all'}
          answer={answer}
          base={base.data?.nodes}
          startAt={asked.node}
          onlyChanged={asked.only === 'changed'}
          fromWord={asked.word === 'yes'}
        />
      )}
    </Loaded>
  );
}
