import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { DateField, SelectField, TextField } from '../../../ui/field.js';
import type { Cohort } from '../../kit/cohort/cohort-head.js';
import { messages } from './messages/index.js';
import { HALF_DAYS, type MeetingErrors } from './meeting-form.js';
import type { Meeting, MeetingsData } from './roll-model.js';

/** What a meeting is planned with; `meeting` is the one that is put right. */
export function MeetingFields(props: {
  readonly cohort: Cohort;
  readonly modules: MeetingsData['modules'];
  readonly errors: MeetingErrors;
  readonly meeting?: Meeting;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { cohort, errors, meeting } = props;
  const days = { from: format.date(cohort.opensOn), to: format.date(cohort.closesOn) };
  const words = (key: keyof MeetingErrors) => {
    const error = errors[key];
    return error === undefined ? undefined : t(error, days);
  };
  return (
    <>
      <DateField
        label={t('date')}
        name="onDate"
        hint={t('range', days)}
        date={meeting?.onDate}
        error={words('onDate')}
      />
      <SelectField
        label={t('half')}
        name="halfDay"
        defaultValue={meeting?.halfDay}
        error={words('halfDay')}
        options={HALF_DAYS.map((value) => ({ value, label: t(value) }))}
      />
      <TextField
        label={t('periods')}
        hint={meeting?.held ? t('periodsStay') : undefined}
        name="periods"
        inputMode="numeric"
        maxLength={1}
        figures
        readOnly={meeting?.held}
        defaultValue={String(meeting?.periods ?? 4)}
        error={words('periods')}
      />
      <ModuleFields {...props} />
    </>
  );
}

function ModuleFields(props: {
  readonly cohort: Cohort;
  readonly modules: MeetingsData['modules'];
  readonly meeting?: Meeting;
}) {
  const { t } = useMessages(messages);
  const { cohort, modules, meeting } = props;
  return (
    <>
      <SelectField
        label={t('about')}
        name="moduleNodeId"
        defaultValue={meeting?.moduleNodeId ?? ''}
        options={[
          { value: '', label: t('noModule') },
          ...modules.map((module) => ({
            value: module.nodeId,
            label: `${module.code}, ${module.title}`,
          })),
        ]}
      />
      <TextField
        label={t('topic')}
        hint={t('topicHint')}
        name="topic"
        maxLength={200}
        defaultValue={meeting?.topic}
        optional
      />
      <TextField
        label={t('place')}
        name="place"
        maxLength={200}
        defaultValue={meeting?.place ?? cohort.place}
        optional
      />
    </>
  );
}
