import { compareEditions } from '@cam-nang/contracts/routes';
import { useRead } from '../../data/query.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { Pane } from '../../kit/work.js';
import { ChecksBlock } from './checks-block.js';
import { CohortBlock } from './cohort-block.js';
import { ComparisonBlock } from './comparison-block.js';
import { CouncilBlock } from './council-block.js';
import { EditionSide, useSideLabel } from './edition-side.js';
import styles from './editions.module.css';
import { LegalBlock } from './legal-block.js';
import { FiguresBlock } from './figures-block.js';

/** What there is to know before (and after) an edition is signed, with the act beside it. */
export function Dossier(props: {
  readonly detail: EditionDetail;
  readonly comparedWith: string | undefined;
}) {
  const { detail, comparedWith } = props;
  const editionId = detail.edition.id;
  const comparison = useRead(compareEditions, { params: { editionId }, query: {} });
  const compared = (
    <ComparisonBlock detail={detail} comparedWith={comparedWith} withPrevious={comparison} />
  );
  const waits = detail.edition.state === 'candidate';
  return (
    <Pane side={<EditionSide detail={detail} />} sideLabel={useSideLabel(detail)}>
      <div className={styles.blocks}>
        {waits && <ChecksBlock detail={detail} />}
        {waits && <LegalBlock detail={detail} />}
        <CouncilBlock editionId={editionId} />
        {waits && <FiguresBlock detail={detail} comparison={comparison.data} />}
        {!waits && compared}
        {detail.edition.state !== 'returned' && <CohortBlock detail={detail} />}
        {waits && compared}
      </div>
    </Pane>
  );
}
