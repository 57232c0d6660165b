import { useState } from 'react';
import type { enrolPerson as contract, RequestOf, ResponseOf } from '@cam-nang/contracts';
import {
  enrolPerson,
  listEnrolments,
  listUnits,
  readBoard,
  readCohort,
} from '@cam-nang/contracts/routes';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { DateField, SelectField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { useRead } from '../../data/query.js';
import { Block } from '../../kit/work.js';
import { CodeSheet } from './code-sheet.js';
import { messages } from './messages/index.js';
import { textOf, wrongBirth, wrongName } from './person-fields.js';

type Body = RequestOf<typeof contract>['body'];
type Code = NonNullable<ResponseOf<typeof contract>['code']>;
type Errors = Partial<
  Readonly<
    Record<
      'fullName' | 'birthDate' | 'personalNumber' | 'unitId',
      'needed' | 'err_name' | 'dateWrong' | 'birthWrong' | 'numberWrong'
    >
  >
>;

function readForm(data: FormData): { readonly body: Body; readonly errors: Errors } {
  const birthDate = parseTypedDate(textOf(data, 'birthDate'));
  const personalNumber = textOf(data, 'personalNumber').replace(/\s/g, '');
  const optional = (name: 'positionTitle' | 'email' | 'phone') => {
    const value = textOf(data, name);
    return value === '' ? {} : { [name]: value };
  };
  const fullName = wrongName(textOf(data, 'fullName'));
  const birth = wrongBirth(birthDate);
  const errors: Errors = {
    ...(fullName && { fullName }),
    ...(birth && { birthDate: birth }),
    ...(personalNumber !== '' && !/^\d{12}$/.test(personalNumber)
      ? { personalNumber: 'numberWrong' as const }
      : {}),
    ...(textOf(data, 'unitId') === '' ? { unitId: 'needed' as const } : {}),
  };
  const body: Body = {
    fullName: textOf(data, 'fullName'),
    unitId: textOf(data, 'unitId'),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(personalNumber === '' ? {} : { personalNumber }),
    ...optional('positionTitle'),
    ...optional('email'),
    ...optional('phone'),
  };
  return { body, errors };
}

/** Enrols one person; a new account's code is shown once, to be handed out. */
export function EnrolForm({ cohortId }: { readonly cohortId: string }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const units = useRead(listUnits, { query: { level: 'commune' } });
  const [errors, setErrors] = useState<Errors>({});
  const [round, setRound] = useState(0);
  const [code, setCode] = useState<Code>();
  const enrol = useAct(enrolPerson, {
    changes: [listEnrolments, readCohort, readBoard],
    onDone: ({ enrolment, code: issued }) => {
      toast(t('enrolled', { name: enrolment.fullName }));
      setCode(issued ?? undefined);
      setRound((before) => before + 1);
    },
  });
  const words = (key: keyof Errors) => (errors[key] === undefined ? undefined : t(errors[key]));
  return (
    <Block title={t('enrolOne')}>
      <form
        key={round}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { body, errors: found } = readForm(new FormData(event.currentTarget));
          setErrors(found);
          if (Object.keys(found).length === 0) void enrol.run({ params: { cohortId }, body });
        }}
      >
        <Stack>
          <TextField
            label={t('fullName')}
            name="fullName"
            error={words('fullName')}
            autoComplete="off"
          />
          <DateField label={t('birth')} name="birthDate" error={words('birthDate')} />
          <SelectField
            label={t('unit')}
            name="unitId"
            error={words('unitId')}
            options={[
              { value: '', label: t('chooseUnit') },
              ...(units.data?.units ?? []).map((unit) => ({
                value: unit.id,
                label: unit.fullName,
              })),
            ]}
          />
          <TextField label={t('position')} name="positionTitle" optional />
          <TextField
            label={t('personalNumber')}
            hint={t('personalHint')}
            name="personalNumber"
            inputMode="numeric"
            autoComplete="off"
            optional
            figures
            error={words('personalNumber')}
          />
          <TextField label={t('email')} name="email" type="email" optional />
          <TextField label={t('phone')} name="phone" type="tel" optional />
          {enrol.problem && (
            <Note look="bad" alert>
              {say(enrol.problem)}
            </Note>
          )}
          <Button type="submit" look="main" busy={enrol.busy}>
            {t('enrol')}
          </Button>
        </Stack>
      </form>
      {code !== undefined && (
        <CodeSheet key={code.enrolmentId} codes={[code]} onClose={() => setCode(undefined)} />
      )}
    </Block>
  );
}
