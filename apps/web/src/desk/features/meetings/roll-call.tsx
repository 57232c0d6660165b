import type { KeyboardEvent } from 'react';
import { listMeetings, readBoard, recordAttendance } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { ArrowLeftIcon, UsersIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { EmptyState } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { ActDesk, FilterBar, KeyList } from '../../kit/work.js';
import { href } from '../../routes.js';
import { useAboutMeeting } from './meeting-words.js';
import styles from './meetings.module.css';
import { messages } from './messages/index.js';
import {
  changedMarks,
  countOf,
  fillFull,
  rollOf,
  type Meeting,
  type MeetingsData,
  type Roll,
} from './roll-model.js';
import { RollTable } from './roll-table.js';
import { useRoll } from './use-roll.js';

interface RollProps {
  readonly cohortId: string;
  readonly meeting: Meeting;
  readonly data: MeetingsData;
}

/** The roll of one meeting: everyone by one press, then who was there less. */
export function RollCall({ cohortId, meeting, data }: RollProps) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const about = useAboutMeeting(data.modules);
  const half = t(meeting.halfDay).toLocaleLowerCase();
  return (
    <>
      <FilterBar
        end={
          <LinkButton look="quiet" href={href('cohortMeetings', { cohortId })}>
            <ArrowLeftIcon />
            {t('back')}
          </LinkButton>
        }
      >
        <h2 className={styles.title}>
          {t('rollCall', { half, date: format.longDate(meeting.onDate) })}
          <small className={text.soft} lang="vi">
            {t('rollFacts', { periods: meeting.periods, about: about(meeting) })}
          </small>
        </h2>
      </FilterBar>
      {data.people.length === 0 ? (
        <EmptyState icon={UsersIcon} title={t('nobody')} text={t('nobodyText')} />
      ) : (
        <RollForm cohortId={cohortId} meeting={meeting} data={data} />
      )}
    </>
  );
}

function RollForm({ cohortId, meeting, data }: RollProps) {
  const { t } = useMessages(messages);
  const go = useGo();
  const { people } = data;
  const { roll, setRoll, resumed, forget } = useRoll(meeting, people);
  const open = changedMarks(roll, rollOf(meeting), people);
  const record = useAct(recordAttendance, {
    changes: [listMeetings, readBoard],
    onDone: () => {
      forget();
      toast(t('saved', { count: open.length }));
      go(href('cohortMeetings', { cohortId }));
    },
  });
  const save = () => {
    if (open.length > 0)
      void record.run({ params: { meetingId: meeting.id }, body: { marks: open } });
  };
  if (!data.allowed.record) return <RollTable meeting={meeting} people={people} roll={roll} />;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => saveByKey(event, save)}
    >
      <RollTools {...{ meeting, data, roll, resumed }} onRoll={setRoll} />
      <RollTable meeting={meeting} people={people} roll={roll} onRoll={setRoll} />
      <ProblemNote problem={record.problem} />
      <ActDesk say={<RollCount {...{ meeting, data, roll }} />}>
        <Button type="submit" look="main" busy={record.busy} disabled={open.length === 0}>
          {t('saveRoll')}
        </Button>
      </ActDesk>
    </form>
  );
}

function saveByKey(event: KeyboardEvent, save: () => void): void {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  save();
}

interface ShownRoll {
  readonly meeting: Meeting;
  readonly data: MeetingsData;
  readonly roll: Roll;
}

function RollTools(
  props: ShownRoll & { readonly resumed: boolean; readonly onRoll: (roll: Roll) => void },
) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { meeting, data, roll, onRoll } = props;
  const { set } = countOf(roll, data.people, meeting.periods);
  const last = meeting.marks
    .map((mark) => mark.recordedAt)
    .sort()
    .at(-1);
  return (
    <div className={styles.tools}>
      {set < data.people.length && (
        <Button onClick={() => onRoll(fillFull(roll, data.people, meeting.periods))}>
          {t(set === 0 ? 'allFull' : 'restFull', { periods: meeting.periods })}
        </Button>
      )}
      {!meeting.held && set > 0 && (
        <Button look="quiet" onClick={() => onRoll({})}>
          {t('clear')}
        </Button>
      )}
      <p className={styles.say}>
        {last !== undefined && `${t('recordedAt', { time: format.dateTime(last) })} `}
        {t('newest')}
      </p>
      <KeyList
        keys={[
          { key: `0–${meeting.periods}`, does: t('keyDigit') },
          { key: '↑ ↓', does: t('keyArrow') },
          { key: 'Ctrl S', does: t('keySave') },
        ]}
      />
      {props.resumed && <Note>{t('draft')}</Note>}
    </div>
  );
}

function RollCount({ meeting, data, roll }: ShownRoll) {
  const { t } = useMessages(messages);
  const count = countOf(roll, data.people, meeting.periods);
  const left = data.people.length - count.set;
  return (
    <>
      <b>{t('say', { ...count, people: data.people.length })}</b>{' '}
      {left > 0 ? t('sayLeft', { left }) : t('sayAll')}
    </>
  );
}
