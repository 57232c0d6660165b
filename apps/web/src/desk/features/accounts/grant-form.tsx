import { useState } from 'react';
import { ROLES } from '@cam-nang/domain';
import { grantRole, listAccounts } from '@cam-nang/contracts/routes';
import { useRoleName } from '../../../account/roles.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { todayInHanoi } from '../../../lib/session/today-in-hanoi.js';
import { Button } from '../../../ui/button.js';
import { DateField, SelectField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { readGrant, type Errors } from './account-form.js';
import type { Account } from './account-types.js';
import { messages } from './messages/index.js';
import { Refusal } from './refusal.js';
import { UnitPicker, type PickedUnit } from './unit-picker.js';

/** Grants one more role: where, from and until when, on what basis. */
export function GrantForm(props: { readonly account: Account; readonly onGranted: () => void }) {
  const { account } = props;
  const { t } = useMessages(messages);
  const roleName = useRoleName();
  const [unit, setUnit] = useState<PickedUnit>();
  const [errors, setErrors] = useState<Errors>({});
  const grant = useAct(grantRole, {
    changes: [listAccounts],
    onDone: () => {
      toast(t('granted'));
      props.onGranted();
    },
  });
  const words = (key: keyof Errors) => (errors[key] === undefined ? undefined : t(errors[key]));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = readGrant(new FormData(event.currentTarget), unit?.id, todayInHanoi());
        setErrors(read.errors ?? {});
        if (read.body === undefined) return;
        void grant.run({ params: { accountId: account.id }, body: read.body });
      }}
    >
      <Stack>
        <SelectField
          label={t('role')}
          name="role"
          options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        />
        <UnitPicker picked={unit} onPick={setUnit} error={words('unitId')} />
        <DateField
          label={t('from')}
          name="from"
          optional
          hint={t('fromHint')}
          error={words('from')}
        />
        <DateField label={t('to')} name="to" optional hint={t('toHint')} error={words('to')} />
        <TextField
          label={t('basis')}
          hint={t('basisHint')}
          name="basis"
          autoComplete="off"
          maxLength={300}
          error={words('basis')}
        />
        <Refusal problem={grant.problem} />
        <Button type="submit" look="main" busy={grant.busy}>
          {t('grant')}
        </Button>
      </Stack>
    </form>
  );
}
