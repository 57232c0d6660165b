import { readChangeRequest, readRequestDiff } from '@cam-nang/contracts/routes';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { usePageParams } from '../../page.js';
import { MovedGround } from './ground-banners.js';
import { Review } from './review.js';
import { ReviewHead } from './review-head.js';

/** How often the page looks whether somebody changed the request meanwhile. */
const LOOK_AGAIN = 30_000;

/** A change request judged on one page: why, what, who judged which version, and the acts that are due. */
export function ReviewPage() {
  const { requestId } = usePageParams('review');
  const params = { requestId };
  const request = useRead(readChangeRequest, { params }, { everyMs: LOOK_AGAIN });
  const diff = useRead(readRequestDiff, { params });
  const reread = async () => {
    const [fresh] = await Promise.all([diff.query.refetch(), request.query.refetch()]);
    return fresh.data;
  };
  return (
    <Loaded from={request} page>
      {(data) => (
        <>
          <MovedGround request={data} />
          <ReviewHead request={data} seenHash={diff.data?.overlayHash} />
          <Loaded from={diff}>
            {(latest) => <Review key={data.id} request={data} latest={latest} reread={reread} />}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}
