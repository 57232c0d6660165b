import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { serverNow } from '../../../lib/session/session.js';
import { Button, ButtonRow, LinkButton } from '../../../ui/button.js';
import { CalendarClockIcon, CircleCheckIcon, TriangleAlertIcon } from '../../../ui/icons.js';
import { VisuallyHidden } from '../../../ui/layout.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { Status } from '../../../ui/tag.js';
import text from '../../../ui/text.module.css';
import type { Cohort } from '../../kit/cohort/cohort-head.js';
import { href } from '../../routes.js';
import { ChangeMeetingDialog } from './change-meeting-dialog.js';
import { useAboutMeeting } from './meeting-words.js';
import { messages } from './messages/index.js';
import { countOf, rollOf, type Meeting, type MeetingsData } from './roll-model.js';

interface Shown {
  readonly cohort: Cohort;
  readonly data: MeetingsData;
}

/** Meetings by day with the state of their rolls; who may plan them may put them right. */
export function MeetingTable({ cohort, data }: Shown) {
  const { t } = useMessages(messages);
  const [wrong, setWrong] = useState<Meeting>();
  return (
    <>
      <WorkTable caption={t('meetings')} edge stickyHead>
        <thead>
          <tr>
            <ColumnHead>{t('date')}</ColumnHead>
            <ColumnHead>{t('half')}</ColumnHead>
            <ColumnHead figure>{t('periods')}</ColumnHead>
            <ColumnHead>{t('about')}</ColumnHead>
            <ColumnHead>{t('place')}</ColumnHead>
            <ColumnHead>{t('attendance')}</ColumnHead>
            <ColumnHead>
              <VisuallyHidden>{t('take')}</VisuallyHidden>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {data.meetings.map((meeting) => (
            <MeetingRow
              key={meeting.id}
              meeting={meeting}
              cohort={cohort}
              data={data}
              onChange={data.allowed.add ? setWrong : undefined}
            />
          ))}
        </tbody>
      </WorkTable>
      {wrong !== undefined && (
        <ChangeMeetingDialog
          cohort={cohort}
          data={data}
          meeting={wrong}
          onClose={() => setWrong(undefined)}
        />
      )}
    </>
  );
}

interface RowProps extends Shown {
  readonly meeting: Meeting;
  readonly onChange: ((meeting: Meeting) => void) | undefined;
}

function MeetingRow({ meeting, cohort, data, onChange }: RowProps) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const about = useAboutMeeting(data.modules);
  return (
    <TableRow>
      <RowHead className={text.nowrap}>{format.longDate(meeting.onDate)}</RowHead>
      <Cell label={t('half')}>{t(meeting.halfDay)}</Cell>
      <Cell figure label={t('periods')}>
        {meeting.periods}
      </Cell>
      <Cell label={t('about')} lang="vi">
        {about(meeting)}
      </Cell>
      <Cell label={t('place')} lang="vi">
        {meeting.place}
      </Cell>
      <Cell label={t('attendance')}>
        <RollState meeting={meeting} people={data.people} />
      </Cell>
      <Cell className={text.nowrap}>
        <RowActs {...{ meeting, cohort, data, onChange }} />
      </Cell>
    </TableRow>
  );
}

function RowActs({ meeting, cohort, data, onChange }: RowProps) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const act = meeting.held ? 'correct' : 'take';
  const takes = data.allowed.record && hasBegun(meeting);
  const half = t(meeting.halfDay).toLocaleLowerCase();
  return (
    <ButtonRow>
      {(meeting.held || takes) && (
        <LinkButton
          size="small"
          href={href('cohortMeetings', { cohortId: cohort.id }, { meeting: meeting.id })}
        >
          {t(takes ? act : 'see')}
        </LinkButton>
      )}
      {onChange && (
        <Button
          size="small"
          look="quiet"
          aria-label={t('changeTitle', { half, date: format.date(meeting.onDate) })}
          onClick={() => onChange(meeting)}
        >
          {t('change')}
        </Button>
      )}
    </ButtonRow>
  );
}

/** Whether the day of the meeting has come, in Hanoi: before it no roll can be taken. */
function hasBegun({ onDate }: Meeting): boolean {
  return Date.parse(`${onDate}T00:00:00+07:00`) < serverNow();
}

function RollState(props: { readonly meeting: Meeting; readonly people: MeetingsData['people'] }) {
  const { t } = useMessages(messages);
  const { meeting, people } = props;
  if (!meeting.held) {
    return hasBegun(meeting) ? (
      <Status icon={TriangleAlertIcon} tone="warn">
        {t('notYet')}
      </Status>
    ) : (
      <Status icon={CalendarClockIcon}>{t('toCome')}</Status>
    );
  }
  const { full, set, absentPeriods } = countOf(rollOf(meeting), people, meeting.periods);
  const missing = people.length - set;
  const said = absentPeriods + missing * meeting.periods;
  return (
    <Status icon={CircleCheckIcon} tone="ok">
      {t(said > 0 ? 'missed' : 'allThere', { full, people: people.length, absent: said })}
    </Status>
  );
}
