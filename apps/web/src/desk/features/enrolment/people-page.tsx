import { listEnrolments, readCohort } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { LinkButton } from '../../../ui/button.js';
import { UploadIcon, UsersIcon } from '../../../ui/icons.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { CohortHead, useCohortPlace } from '../../kit/cohort/cohort-head.js';
import { Pane } from '../../kit/work.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { EnrolForm } from './enrol-form.js';
import { messages } from './messages/index.js';
import { PeopleTable } from './people-table.js';

/** The people of a cohort in Vietnamese name order, and the form to enrol one more. */
export function PeoplePage() {
  const { t } = useMessages(messages);
  const { cohortId } = usePageParams('cohortPeople');
  const cohort = useRead(readCohort, { params: { cohortId } });
  usePlace(...useCohortPlace(cohort.data, 'cohortPeople'));
  const people = useRead(listEnrolments, { params: { cohortId } });
  const mayEnrol = cohort.data?.allowed.enrol === true;
  return (
    <Loaded from={cohort} page>
      {(data) => (
        <>
          <CohortHead
            cohort={data}
            at="cohortPeople"
            actions={
              mayEnrol && (
                <LinkButton href={href('cohortImport', { cohortId })}>
                  <UploadIcon />
                  {t('fromList')}
                </LinkButton>
              )
            }
          />
          <Pane
            flush
            side={mayEnrol ? <EnrolForm cohortId={cohortId} /> : undefined}
            sideLabel={t('enrolOne')}
          >
            <Loaded from={people}>
              {({ enrolments }) =>
                enrolments.length === 0 ? (
                  <EmptyState icon={UsersIcon} title={t('emptyTitle')} text={t('emptyText')} />
                ) : (
                  <PeopleTable
                    people={enrolments}
                    mayManage={mayEnrol}
                    mayCorrect={data.allowed.correct}
                  />
                )
              }
            </Loaded>
          </Pane>
        </>
      )}
    </Loaded>
  );
}
