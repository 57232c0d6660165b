import { listMeetings, readCohort } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { CalendarCheckIcon } from '../../../ui/icons.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { CohortHead, useCohortPlace, type Cohort } from '../../kit/cohort/cohort-head.js';
import { FilterBar, Pane } from '../../kit/work.js';
import { usePageParams, usePageQuery } from '../../page.js';
import { usePlace } from '../../shell/place-of-page.js';
import { AddMeetingForm } from './add-meeting-form.js';
import { MeetingTable } from './meeting-table.js';
import { messages } from './messages/index.js';
import { RollCall } from './roll-call.js';
import type { MeetingsData } from './roll-model.js';

/** Class meetings of a cohort, and the roll of the one in the address. */
export function MeetingsPage() {
  const { cohortId } = usePageParams('cohortMeetings');
  const chosen = usePageQuery((raw) => raw['meeting']);
  const cohort = useRead(readCohort, { params: { cohortId } });
  const meetings = useRead(listMeetings, { params: { cohortId } });
  usePlace(...useCohortPlace(cohort.data, 'cohortMeetings'));
  return (
    <Loaded from={cohort} page>
      {(shown) => (
        <>
          <CohortHead cohort={shown} at="cohortMeetings" />
          <Loaded from={meetings}>
            {(data) => <Meetings cohort={shown} data={data} chosen={chosen} />}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}

function Meetings(props: {
  readonly cohort: Cohort;
  readonly data: MeetingsData;
  readonly chosen: string | undefined;
}) {
  const { t } = useMessages(messages);
  const { cohort, data } = props;
  const meeting = data.meetings.find((one) => one.id === props.chosen);
  if (meeting !== undefined)
    return <RollCall key={meeting.id} cohortId={cohort.id} meeting={meeting} data={data} />;
  const periods = data.meetings.reduce((sum, one) => sum + one.periods, 0);
  return (
    <Pane
      flush
      side={data.allowed.add ? <AddMeetingForm cohort={cohort} data={data} /> : undefined}
      sideLabel={t('add')}
    >
      {data.meetings.length === 0 ? (
        <EmptyState
          icon={CalendarCheckIcon}
          title={t('emptyTitle')}
          text={t(data.allowed.add ? 'emptyText' : 'emptyRead')}
        />
      ) : (
        <>
          <FilterBar>{t('count', { count: data.meetings.length, periods })}</FilterBar>
          {cohort.allowed.manage && !data.allowed.add && <Note look="plain">{t('fixed')}</Note>}
          <MeetingTable cohort={cohort} data={data} />
        </>
      )}
    </Pane>
  );
}
