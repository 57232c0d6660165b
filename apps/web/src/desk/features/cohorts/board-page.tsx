import { readBoard } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { LinkButton } from '../../../ui/button.js';
import { UsersIcon } from '../../../ui/icons.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { Pane } from '../../kit/work.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { Board } from './board.js';
import { CohortActs } from './cohort-acts.js';
import { CohortHead, useCohortPlace } from '../../kit/cohort/cohort-head.js';
import { messages } from './messages/index.js';

/** Who is where: one row a person, live. */
export function BoardPage() {
  const { t } = useMessages(messages);
  const { cohortId } = usePageParams('cohort');
  const board = useRead(readBoard, { params: { cohortId } });
  usePlace(...useCohortPlace(board.data?.cohort, 'cohort'));
  return (
    <Loaded from={board} page>
      {(data) => (
        <>
          <CohortHead
            cohort={data.cohort}
            at="cohort"
            actions={<CohortActs cohort={data.cohort} />}
          />
          {data.rows.length === 0 ? (
            <Pane>
              <EmptyState
                icon={UsersIcon}
                title={t('boardEmpty')}
                text={t('boardEmptyText')}
                action={
                  data.cohort.allowed.enrol && (
                    <LinkButton look="main" href={href('cohortPeople', { cohortId })}>
                      {t('enrol')}
                    </LinkButton>
                  )
                }
              />
            </Pane>
          ) : (
            <Board board={data} />
          )}
        </>
      )}
    </Loaded>
  );
}
