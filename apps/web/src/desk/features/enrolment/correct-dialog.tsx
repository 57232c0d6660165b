import { useState } from 'react';
import type { listEnrolments as contract, ResponseOf } from '@cam-nang/contracts';
import { correctPerson, listEnrolments, readBoard, readCohort } from '@cam-nang/contracts/routes';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { DateField, TextArea, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { messages } from './messages/index.js';
import { textOf, wrongBirth, wrongName } from './person-fields.js';

type Person = ResponseOf<typeof contract>['enrolments'][number];
type Errors = Partial<Readonly<Record<'fullName' | 'birthDate' | 'reason', string>>>;

/** Puts the name and the date of birth of a person of the cohort right, and says what comes of it. */
export function CorrectDialog(props: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { person, onClose } = props;
  const [errors, setErrors] = useState<Errors>({});
  const correct = useAct(correctPerson, {
    changes: [listEnrolments, readCohort, readBoard],
    onDone: ({ fullName }) => {
      toast(t('corrected', { name: fullName }));
      onClose();
    },
  });
  const submit = (data: FormData) => {
    const [fullName, reason] = [textOf(data, 'fullName'), textOf(data, 'reason')];
    const birthDate = parseTypedDate(textOf(data, 'birthDate'));
    const [name, birth] = [wrongName(fullName), wrongBirth(birthDate)];
    setErrors({
      ...(name && { fullName: t(name) }),
      ...(birth && { birthDate: t(birth) }),
      ...(reason === '' && { reason: t('needed') }),
    });
    if (name || birth || birthDate === undefined || reason === '') return;
    const seen = { fullName: person.fullName, birthDate: person.birthDate };
    const body = { seen, fullName, birthDate, reason };
    void correct.run({ params: { enrolmentId: person.id }, body });
  };
  return (
    <Dialog open title={t('correctTitle', { name: person.fullName })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <Stack>
          {person.reported !== null && (
            <Note look="warn">
              {t('theySay')} <q lang="vi">{person.reported.note}</q>
            </Note>
          )}
          <PersonFields person={person} errors={errors} />
          <Note look="plain">
            {t('correctEffect')}
            {person.certified && ` ${t('paperStays')}`}
          </Note>
          {correct.problem && (
            <Note look="bad" alert>
              {correct.problem.code === 'permission.same_person'
                ? t('correctOwn')
                : say(correct.problem)}
            </Note>
          )}
          <ButtonRow>
            <Button type="submit" look="main" busy={correct.busy}>
              {t('saveCorrection')}
            </Button>
            <Button onClick={onClose}>{t('cancel')}</Button>
          </ButtonRow>
        </Stack>
      </form>
    </Dialog>
  );
}

function PersonFields({ person, errors }: { readonly person: Person; readonly errors: Errors }) {
  const { t } = useMessages(messages);
  return (
    <>
      <TextField
        label={t('fullName')}
        name="fullName"
        lang="vi"
        defaultValue={person.fullName}
        error={errors.fullName}
        autoComplete="off"
      />
      <DateField
        label={t('birth')}
        name="birthDate"
        date={person.birthDate}
        error={errors.birthDate}
      />
      <TextArea
        label={t('basis')}
        hint={t('basisHint')}
        name="reason"
        maxLength={300}
        error={errors.reason}
      />
    </>
  );
}
