import { readChangeRequest, readConflicts } from '@cam-nang/contracts/routes';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { usePageParams, usePageQuery } from '../../page.js';
import { ConflictHead } from './conflict-head.js';
import { Conflicts } from './conflicts.js';
import { placeShown } from './model/conflict.js';

/** Where a request and the main text collide: three texts, a choice for each place, then taking over. */
export function ConflictsPage() {
  const { requestId } = usePageParams('conflicts');
  const asked = usePageQuery((raw) => raw['place']);
  const params = { requestId };
  const request = useRead(readChangeRequest, { params });
  const conflicts = useRead(readConflicts, { params });
  return (
    <Loaded from={request} page>
      {(about) => (
        <Loaded from={conflicts}>
          {(data) => {
            const shown = placeShown(data.conflicts, asked);
            return (
              <>
                <ConflictHead request={about} data={data} shown={shown} />
                <Conflicts request={about} data={data} shown={shown} />
              </>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}
