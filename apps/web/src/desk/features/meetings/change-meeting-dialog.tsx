import { useState } from 'react';
import { changeMeeting, listMeetings, readBoard, removeMeeting } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { Cohort } from '../../kit/cohort/cohort-head.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';
import { MeetingFields } from './meeting-fields.js';
import { readMeetingForm, type MeetingErrors } from './meeting-form.js';
import type { Meeting, MeetingsData } from './roll-model.js';

interface DialogProps {
  readonly cohort: Cohort;
  readonly data: MeetingsData;
  readonly meeting: Meeting;
  readonly onClose: () => void;
}

/** Puts a planned meeting right, or takes it out while no roll was taken. */
export function ChangeMeetingDialog(props: DialogProps) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { cohort, data, meeting, onClose } = props;
  const [errors, setErrors] = useState<MeetingErrors>({});
  const half = t(meeting.halfDay).toLocaleLowerCase();
  const change = useAct(changeMeeting, {
    changes: [listMeetings, readBoard],
    onDone: () => {
      toast(t('changed'));
      onClose();
    },
  });
  const others = data.meetings.filter((one) => one.id !== meeting.id);
  return (
    <Dialog
      open
      title={t('changeTitle', { half, date: format.date(meeting.onDate) })}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const read = readMeetingForm(new FormData(event.currentTarget), cohort, others);
          setErrors(read.errors);
          if (read.body !== undefined)
            void change.run({ params: { meetingId: meeting.id }, body: read.body });
        }}
      >
        <Stack>
          <MeetingFields cohort={cohort} modules={data.modules} errors={errors} meeting={meeting} />
          <ProblemNote problem={change.problem} />
          <ButtonRow>
            <Button type="submit" look="main" busy={change.busy}>
              {t('saveChange')}
            </Button>
            <Button onClick={onClose}>{t('cancel')}</Button>
          </ButtonRow>
          {meeting.held ? <Note look="plain">{t('heldStays')}</Note> : <Remove {...props} />}
        </Stack>
      </form>
    </Dialog>
  );
}

function Remove({ meeting, onClose }: DialogProps) {
  const { t } = useMessages(messages);
  const remove = useAct(removeMeeting, {
    changes: [listMeetings, readBoard],
    onDone: () => {
      toast(t('removed'));
      onClose();
    },
  });
  return (
    <>
      <ProblemNote problem={remove.problem} />
      <ButtonRow>
        <Button
          size="small"
          look="danger"
          busy={remove.busy}
          onClick={() => void remove.run({ params: { meetingId: meeting.id } })}
        >
          {t('remove')}
        </Button>
      </ButtonRow>
    </>
  );
}
