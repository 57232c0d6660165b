import { useState } from 'react';
import { addMeeting, listMeetings } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button } from '../../../ui/button.js';
import { DateField, SelectField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { Cohort } from '../../kit/cohort/cohort-head.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block } from '../../kit/work.js';
import { messages } from './messages/index.js';
import { HALF_DAYS, readMeetingForm, type MeetingErrors } from './meeting-form.js';
import type { MeetingsData } from './roll-model.js';

/** Plans one class meeting of a half-day. */
export function AddMeetingForm(props: { readonly cohort: Cohort; readonly data: MeetingsData }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { cohort, data } = props;
  const [errors, setErrors] = useState<MeetingErrors>({});
  const [round, setRound] = useState(0);
  const days = { from: format.date(cohort.opensOn), to: format.date(cohort.closesOn) };
  const add = useAct(addMeeting, {
    changes: [listMeetings],
    onDone: (meeting) => {
      const half = t(meeting.halfDay).toLocaleLowerCase();
      toast(t('added', { half, date: format.date(meeting.onDate) }));
      setRound((before) => before + 1);
    },
  });
  const words = (key: keyof MeetingErrors) => {
    const error = errors[key];
    return error === undefined ? undefined : t(error, days);
  };
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
          <DateField
            label={t('date')}
            name="onDate"
            hint={t('range', days)}
            error={words('onDate')}
          />
          <SelectField
            label={t('half')}
            name="halfDay"
            error={words('halfDay')}
            options={HALF_DAYS.map((value) => ({ value, label: t(value) }))}
          />
          <TextField
            label={t('periods')}
            name="periods"
            inputMode="numeric"
            maxLength={1}
            figures
            defaultValue="4"
            error={words('periods')}
          />
          <ModuleFields modules={data.modules} place={cohort.place} />
          <ProblemNote problem={add.problem} />
          <Button type="submit" look="main" busy={add.busy}>
            {t('addAct')}
          </Button>
        </Stack>
      </form>
    </Block>
  );
}

function ModuleFields(props: {
  readonly modules: MeetingsData['modules'];
  readonly place: string;
}) {
  const { t } = useMessages(messages);
  return (
    <>
      <SelectField
        label={t('about')}
        name="moduleNodeId"
        options={[
          { value: '', label: t('noModule') },
          ...props.modules.map((module) => ({
            value: module.nodeId,
            label: `${module.code}, ${module.title}`,
          })),
        ]}
      />
      <TextField label={t('topic')} hint={t('topicHint')} name="topic" maxLength={200} optional />
      <TextField
        label={t('place')}
        name="place"
        maxLength={200}
        defaultValue={props.place}
        optional
      />
    </>
  );
}
