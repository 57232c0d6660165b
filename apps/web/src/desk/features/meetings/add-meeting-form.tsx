import { useState } from 'react';
import { addMeeting, listMeetings } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button } from '../../../ui/button.js';
import { Stack } from '../../../ui/layout.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { Cohort } from '../../kit/cohort/cohort-head.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block } from '../../kit/work.js';
import { messages } from './messages/index.js';
import { MeetingFields } from './meeting-fields.js';
import { readMeetingForm, type MeetingErrors } from './meeting-form.js';
import type { MeetingsData } from './roll-model.js';

/** Plans one class meeting of a half-day. */
export function AddMeetingForm(props: { readonly cohort: Cohort; readonly data: MeetingsData }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { cohort, data } = props;
  const [errors, setErrors] = useState<MeetingErrors>({});
  const [round, setRound] = useState(0);
  const add = useAct(addMeeting, {
    changes: [listMeetings],
    onDone: (meeting) => {
      const half = t(meeting.halfDay).toLocaleLowerCase();
      toast(t('added', { half, date: format.date(meeting.onDate) }));
      setRound((before) => before + 1);
    },
  });
  return (
    <Block title={t('add')}>
      <form
        key={round}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const read = readMeetingForm(new FormData(event.currentTarget), cohort, data.meetings);
          setErrors(read.errors);
          if (read.body !== undefined)
            void add.run({ params: { cohortId: cohort.id }, body: read.body });
        }}
      >
        <Stack>
          <MeetingFields cohort={cohort} modules={data.modules} errors={errors} />
          <ProblemNote problem={add.problem} />
          <Button type="submit" look="main" busy={add.busy}>
            {t('addAct')}
          </Button>
        </Stack>
      </form>
    </Block>
  );
}
