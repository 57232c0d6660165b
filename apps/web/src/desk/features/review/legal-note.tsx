import { readRequestBases } from '@cam-nang/contracts/routes';
import { Note } from '../../../ui/banner.js';
import { useRead } from '../../data/query.js';
import { LegalFindings } from '../../kit/legal/legal-findings.js';
import { href } from '../../routes.js';

/** Legal bases in the changed lessons that the register does not confirm today; nothing where all hold. */
export function LegalNote({ requestId }: { readonly requestId: string }) {
  const { data } = useRead(readRequestBases, { params: { requestId }, query: {} });
  if (data === undefined || data.findings.length === 0) return null;
  return (
    <Note look="warn">
      <LegalFindings
        bases={data}
        hrefOf={({ nodeId }) => href('lessonEditor', { requestId, nodeId })}
      />
    </Note>
  );
}
